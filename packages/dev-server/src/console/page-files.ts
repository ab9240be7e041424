// The files of the console's page.
import { readdir, readFile } from "node:fs/promises";

export interface PageFile {
  readonly type: string;
  readonly text: string;
}

// both are two folders below the package, so these addresses hold for the source and for what is built from it
const written = new URL("../../src/console/page/", import.meta.url);
const compiled = new URL("../../dist/console/page/", import.meta.url);

const assets: Readonly<Record<string, string>> = {
  "page.html": "text/html; charset=utf-8",
  "style.css": "text/css; charset=utf-8",
  "icon.svg": "image/svg+xml",
};

/**
 * Reads the page: its document, style and icon by their names, and its modules as `page/main.js` and so on.
 *
 * The modules come from the build, also where the server runs from its source; before the first build there are none.
 */
export async function readPageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const names = await readdir(compiled).catch((): string[] => []);
  const modules = names.filter((name) => name.endsWith(".js"));
  return new Map(
    await Promise.all([
      ...Object.entries(assets).map(
        async ([name, type]) => [name, await read(new URL(name, written), type)] as const,
      ),
      ...modules.map(
        async (name) =>
          [
            `page/${name}`,
            await read(new URL(name, compiled), "text/javascript; charset=utf-8"),
          ] as const,
      ),
    ]),
  );
}

async function read(url: URL, type: string): Promise<PageFile> {
  return { type, text: await readFile(url, "utf8") };
}
