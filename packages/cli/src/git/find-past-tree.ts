// The commit that a working tree is judged against: where HEAD left a ref.
import { nearestName } from "@lockstep/runtime";
import { askGit, GitError, runGit } from "./run-git.ts";

/** A tree of the past, as whoever stands in one folder of the repository sees it. */
export interface PastTree {
  readonly commit: string;
  /** What to write before `:path`, as git takes it: the ref, or the commit where HEAD left it. */
  readonly label: string;
  /** For a person. */
  readonly description: string;
  /** The folder that was asked from, from the root of the repository; empty, or it ends in `/`. */
  readonly prefix: string;
}

/**
 * Finds the merge base of HEAD and a ref: a pull request answers for its own changes, not for what others did meanwhile.
 *
 * @throws {GitError} with what to do, where there is none
 */
export async function findPastTree(ref: string, cwd: string): Promise<PastTree> {
  const prefix = (await runGit(["rev-parse", "--show-prefix"], cwd)).toString("utf8").trimEnd();
  const commit = await findCommit(ref, cwd);
  if (commit === undefined) throw await describeMissingRef(ref, cwd);
  if ((await findCommit("HEAD", cwd)) === undefined) {
    throw new GitError("git-refused", "HEAD has no commit yet; commit first");
  }
  const base = await askGit(["merge-base", "HEAD", commit], cwd);
  if (base === undefined) throw await describeUnrelated(ref, cwd);
  if (base === commit) return { commit, label: ref, description: ref, prefix };
  const label = (await askGit(["rev-parse", "--short", base], cwd)) ?? base;
  return { commit: base, label, description: `${label}, where HEAD left ${ref}`, prefix };
}

async function findCommit(ref: string, cwd: string): Promise<string | undefined> {
  // git would take it for an option
  if (ref.startsWith("-")) return undefined;
  return askGit(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`], cwd);
}

async function describeMissingRef(ref: string, cwd: string): Promise<GitError> {
  const refs = (await askGit(["for-each-ref", "--format=%(refname:short)"], cwd)) ?? "";
  const remotes = ((await askGit(["remote"], cwd)) ?? "").split("\n").filter(Boolean);
  const remote = remotes.find((name) => ref.startsWith(`${name}/`));
  const branch = remote === undefined ? "" : ref.slice(remote.length + 1);
  const meant = nearestName(ref, refs.split("\n"));
  const ways = [
    meant !== undefined && `did you mean "${meant}"?`,
    /^[\w./-]+$/.test(branch) &&
      `fetch it: git fetch ${remote} ${branch}:refs/remotes/${remote}/${branch}`,
  ].filter((way) => way !== false);
  const way = ways.join(" or ") || "name a branch, a tag, a commit or a file";
  return new GitError("git-refused", `there is no such ref or file; ${way}`);
}

async function describeUnrelated(ref: string, cwd: string): Promise<GitError> {
  const isShallow = (await askGit(["rev-parse", "--is-shallow-repository"], cwd)) === "true";
  return new GitError(
    "git-refused",
    isShallow
      ? `this shallow clone does not reach back to where HEAD left it; fetch the rest: git fetch --unshallow (fetch-depth: 0 for actions/checkout)`
      : `HEAD and ${ref} have no commit in common; name a ref that HEAD comes from, or a file`,
  );
}
