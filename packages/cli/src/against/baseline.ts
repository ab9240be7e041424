// What `--against` names: a file, or a tree of the past.
import { statSync } from "node:fs";
import { posix, resolve } from "node:path";
import { findPastTree, type PastTree } from "../git/find-past-tree.ts";
import type { Contract } from "../root-contract.ts";

export type Baseline =
  | {
      readonly kind: "file";
      /** Absolute. */
      readonly path: string;
      readonly description: string;
    }
  | {
      readonly kind: "tree";
      readonly tree: PastTree;
      /** From the root of the repository. */
      readonly path: string;
      /** Whether the path was named, so that no other one is looked for. */
      readonly isNamed: boolean;
      readonly description: string;
    };

/**
 * Takes the name of a file where there is one, else `<ref>` or `<ref>:<path>` as git writes it.
 *
 * @param here where a person stands
 * @throws {GitError} where the ref leads to no tree
 */
export async function findBaseline(
  against: string,
  { cwd, input }: Pick<Contract, "cwd" | "input">,
  here: string,
): Promise<Baseline> {
  const file = resolve(here, against);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) {
    return { kind: "file", path: file, description: against };
  }
  const [ref = "", ...rest] = against.split(":");
  const named = rest.join(":");
  const tree = await findPastTree(ref, cwd);
  const path = named || posix.join(tree.prefix, input);
  return { kind: "tree", tree, path, isNamed: named !== "", description: tree.description };
}
