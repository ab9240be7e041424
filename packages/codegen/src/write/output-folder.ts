// An output folder as it is on the disk: which files are there, and which of them are ours.
import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { isGenerated } from "./generated-file.ts";

/** Names of the files that are code. */
export const codeFiles: RegExp = /\.tsx?$/;

/** Path under the folder, with `/`, to the text of each file of ours with such a name. Links are not followed. */
export function readGenerated(folder: string, names: RegExp): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (path: string): void => {
    for (const entry of list(join(folder, path))) {
      const inner = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== "node_modules") visit(inner);
      if (!entry.isFile() || !names.test(entry.name)) continue;
      const text = readFileSync(join(folder, inner), "utf8");
      if (isGenerated(text)) found.set(inner, text);
    }
  };
  visit("");
  return found;
}

/** What stands at a path: nothing, a file of ours, or something to leave alone. */
export type PathState = "free" | "ours" | "foreign" | "outside";

/** Creates a function that says what stands where a file of ours is to be, asking about each folder once. */
export function createInspect(folder: string): (path: string) => PathState {
  const root = attempt(() => realpathSync(folder));
  const insides = new Map<string, boolean>();
  const isInside = (parent: string): boolean => {
    const known = insides.get(parent) ?? staysInside({ folder, root }, parent);
    insides.set(parent, known);
    return known;
  };
  return (path) => {
    if (path.split("/").includes("..") || !isInside(dirname(path))) return "outside";
    const full = join(folder, path);
    const found = attempt(() => lstatSync(full));
    if (found === undefined) return "free";
    if (found.isSymbolicLink()) return "outside";
    if (!found.isFile()) return "foreign";
    return isGenerated(readFileSync(full, "utf8")) ? "ours" : "foreign";
  };
}

interface Root {
  readonly folder: string;
  /** Links resolved; absent where the folder is not there yet. */
  readonly root: string | undefined;
}

/** Whether a folder is, links resolved, in the output folder; where it is not there yet, the one above it. */
function staysInside({ folder, root }: Root, parent: string): boolean {
  if (root === undefined || parent === ".") return true;
  const real = attempt(() => realpathSync(join(folder, parent)));
  if (real !== undefined) return real === join(root, parent);
  return staysInside({ folder, root }, dirname(parent));
}

/** Folders from the one that holds a path up to the output folder, which is left out. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) folders.push(folder);
  return folders;
}

function list(folder: string): readonly Dirent[] {
  return attempt(() => readdirSync(folder, { withFileTypes: true })) ?? [];
}

/** What is asked of the disk, `undefined` where it refuses. */
function attempt<Value>(ask: () => Value): Value | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
