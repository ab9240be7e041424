// The changesets of a repository: `.changeset`, with a config of its own.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The `.changeset` folder with a config, at or above a folder; `undefined` where changesets are not in use.
 */
export function findChangesetFolder(folder: string): string | undefined {
  const path = join(folder, ".changeset");
  if (existsSync(join(path, "config.json"))) return path;
  return dirname(folder) === folder ? undefined : findChangesetFolder(dirname(folder));
}

/** Whether two packages always get the same version. */
export type AreTogether = (one: string, other: string) => boolean;

/**
 * Reads the fixed groups of the config, which hold names and globs.
 *
 * @see https://github.com/changesets/changesets/blob/main/docs/fixed-packages.md
 */
export function readFixedGroups(changesets: string | undefined): AreTogether {
  const groups = changesets === undefined ? [] : readGroups(join(changesets, "config.json"));
  return (one, other) => one === other || groups.some((group) => group(one) && group(other));
}

type Group = (name: string) => boolean;

function readGroups(path: string): readonly Group[] {
  let config: unknown;
  try {
    config = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // `changeset` itself says what is wrong with it
    return [];
  }
  const { fixed } = (config ?? {}) as { readonly fixed?: unknown };
  const lists = Array.isArray(fixed) ? fixed.filter(Array.isArray) : [];
  return lists.map((globs: readonly unknown[]) => {
    const patterns = globs.map((glob) => globPattern(String(glob)));
    return (name) => patterns.some((pattern) => pattern.test(name));
  });
}

function globPattern(glob: string): RegExp {
  const source = glob
    .split(/(\*+)/)
    .map((part) => (part.startsWith("*") ? "[^/]*" : part.replaceAll(/[\\^$.|?+()[\]{}]/g, "\\$&")))
    .join("");
  return new RegExp(`^${source}$`);
}
