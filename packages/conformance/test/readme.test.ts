// The README's quick start, extracted and run: what a newcomer copies works.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import PusherJs from "pusher-js";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { startRealClients } from "./real-clients.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
// inside the package, so that its dependencies are found, and ignored by git
const folder = fileURLToPath(new URL("../dist/readme/", import.meta.url));

const [backend = "", frontend = ""] = [
  ...readFileSync(`${repository}README.md`, "utf8").matchAll(/```ts\n([\s\S]*?)```/g),
].map(([, code]) => code);

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  writeModule("backend", backend, "{ options }: { options: Pusher.Options }");
  writeModule(
    "frontend",
    `import type { Options } from "pusher-js";\n${frontend}`,
    "{ key, options, remove }: { key: string; options: Options; remove: (id: number) => void }",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the quick start of the README", () => {
  test("type-checks", () => {
    const config = {
      extends: "../../tsconfig.json",
      compilerOptions: {
        composite: false,
        noEmit: true,
        rootDir: repository,
        noUnusedLocals: false,
      },
      include: ["*.ts"],
      references: [],
    };
    writeFileSync(`${folder}tsconfig.json`, JSON.stringify(config));
    execFileSync("npx", ["tsc", "-p", folder], { cwd: repository, stdio: "inherit" });
  });

  test("carries a deleted offer from the backend to the page", async () => {
    const { server, pusher, backendOptions, pageOptions } = await startRealClients();
    onTestFinished(() => {
      for (const page of PusherJs.instances) page.disconnect();
    });
    const remove = vi.fn();
    await run("frontend", { key: server.key, options: pageOptions, remove });
    await vi.waitUntil(async () => {
      const answer = await pusher.get({ path: "/channels" });
      return (await answer.text()).includes("hotel-killarney");
    });
    await run("backend", { options: backendOptions });
    await vi.waitUntil(() => remove.mock.calls.length > 0);
    expect(remove.mock.calls).toEqual([[7]]);
  });
});

/** Imports stay where they are; the rest becomes a function of what the README takes as given. */
function writeModule(name: string, code: string, given: string): void {
  const lines = code.split("\n");
  const body = lines.filter((line) => !line.startsWith("import "));
  const imports = lines.filter((line) => line.startsWith("import "));
  const text = [...imports, `export async function run(${given}): Promise<void> {`, ...body, "}"];
  writeFileSync(`${folder}${name}.ts`, text.join("\n"));
}

async function run(name: string, given: object): Promise<void> {
  const module: unknown = await import(
    /* @vite-ignore */ pathToFileURL(`${folder}${name}.ts`).href
  );
  await (module as { run(given: object): Promise<void> }).run(given);
}
