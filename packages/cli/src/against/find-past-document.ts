// Where a contract's document stood in a tree of the past.
import { posix } from "node:path";
import { findGoneDocuments, hasPastFile } from "../git/read-past-tree.ts";
import { withoutControls } from "../terminal.ts";
import type { Baseline } from "./baseline.ts";

export type PastDocument =
  | { readonly state: "found"; readonly baseline: Baseline }
  /** It is not there, and no document has gone from there since: the contract is new. */
  | { readonly state: "absent" }
  /** It may have moved from any of several places. */
  | { readonly state: "unclear"; readonly problem: string };

/** Follows a document that moved: a contract that is at no known place, while another one is gone, is that one. */
export async function findPastDocument(baseline: Baseline, cwd: string): Promise<PastDocument> {
  if (baseline.kind === "file") return { state: "found", baseline };
  const { tree, path } = baseline;
  if (await hasPastFile(tree, path, cwd)) return { state: "found", baseline };
  if (baseline.isNamed) {
    return { state: "unclear", problem: `${tree.label} has no ${path}; correct the path` };
  }
  const gone = await findGoneDocuments(tree, cwd);
  const namesakes = gone.filter((one) => posix.basename(one) === posix.basename(path));
  const [only, ...others] = namesakes.length === 1 ? namesakes : gone;
  if (only === undefined) return { state: "absent" };
  if (others.length === 0) return { state: "found", baseline: { ...baseline, path: only } };
  const problem = `${path} is not in ${tree.label}, and ${gone.join(", ")} are there no more; say which it was, as in ${tree.label}:${only}`;
  // names of files may hold anything, line breaks too
  return { state: "unclear", problem: withoutControls(problem) };
}
