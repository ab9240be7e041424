// An output folder as it is on the disk: which files are there, and which of them are ours.
import type { Dirent } from "node:fs";
import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isGenerated } from "./generated-file.ts";

/** Path under the folder, with `/`, to the text of each file of ours. Links are not followed. */
export async function readGenerated(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const visit = async (path: string): Promise<void> => {
    for (const entry of await list(join(folder, path))) {
      const inner = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== "node_modules") await visit(inner);
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const text = await readFile(join(folder, inner), "utf8");
      if (isGenerated(text)) found.set(inner, text);
    }
  };
  await visit("");
  return found;
}

/** What stands at a path where a file of ours is to be: nothing, a file of ours, or something to leave alone. */
export async function inspect(
  folder: string,
  path: string,
): Promise<"free" | "ours" | "foreign" | "outside"> {
  if (!(await staysInside(folder, path))) return "outside";
  const full = join(folder, path);
  const found = await lstat(full).catch(() => undefined);
  if (found === undefined) return "free";
  if (found.isSymbolicLink()) return "outside";
  if (!found.isFile()) return "foreign";
  return isGenerated(await readFile(full, "utf8")) ? "ours" : "foreign";
}

/** Whether the folder of a path is, links resolved, in the output folder. */
async function staysInside(folder: string, path: string): Promise<boolean> {
  if (path.split("/").includes("..")) return false;
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined) return true;
  const inner = path.split("/").slice(0, -1);
  for (let depth = inner.length; depth > 0; depth -= 1) {
    const parent = inner.slice(0, depth).join("/");
    const real = await realpath(join(folder, parent)).catch(() => undefined);
    if (real !== undefined) return real === join(root, parent);
  }
  return true;
}

/** Folders from the one that holds a path up to the output folder, which is left out. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) folders.push(folder);
  return folders;
}

async function list(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}
