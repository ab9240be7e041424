// Files of a tree of the past, read from git itself: nothing is checked out.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PastTree } from "./find-past-tree.ts";
import { askGit, GitError, runGit } from "./run-git.ts";

/**
 * Reads a file by its path from the root of the repository.
 *
 * @throws with the code `ENOENT` where the tree has no such file, as reading from the disk does
 */
export async function readPastFile(
  { commit }: Pick<PastTree, "commit">,
  path: string,
  cwd: string,
): Promise<string> {
  try {
    const bytes = await runGit(["cat-file", "blob", `${commit}:${path}`], cwd);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw Object.assign(new Error(`${path} is not there`), { code: "ENOENT" });
  }
}

export async function hasPastFile(
  { commit }: Pick<PastTree, "commit">,
  path: string,
  cwd: string,
): Promise<boolean> {
  return (await askGit(["cat-file", "-e", `${commit}:${path}`], cwd)) !== undefined;
}

/** Paths, from the root of the repository, of the AsyncAPI documents of a tree that are no longer on the disk. */
export async function findGoneDocuments(
  { commit }: Pick<PastTree, "commit">,
  cwd: string,
): Promise<readonly string[]> {
  const root = (await runGit(["rev-parse", "--show-toplevel"], cwd)).toString("utf8").trimEnd();
  const isDocument = "^[[:space:]]*[{]?[[:space:]]*[\"']?asyncapi[\"']?[[:space:]]*:";
  const patterns = ["*.yaml", "*.yml", "*.json"];
  // it ends with 1 where nothing is found
  const found = await askGit(["grep", "-lzE", isDocument, commit, "--", ...patterns], root);
  return (found ?? "")
    .split("\0")
    .filter(Boolean)
    .map((path) => path.slice(commit.length + 1))
    .filter((path) => !existsSync(join(root, path)));
}
