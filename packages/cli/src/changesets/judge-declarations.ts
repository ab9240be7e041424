// Whether the changesets that came with a change declare the releases that it asks for.
import { join } from "node:path";
import type { ContractDiff } from "@lockstep/codegen";
import { movePath } from "../project-root.ts";
import type { Contract } from "../root-contract.ts";
import { type AreTogether, findChangesetFolder, readFixedGroups } from "./changeset-folder.ts";
import { generatedChangeset } from "./generated-changeset.ts";
import { type MissingRelease, missingReleases } from "./missing-releases.ts";
import { type Changeset, type Release, readChangesets } from "./read-changesets.ts";
import { requiredReleases } from "./required-releases.ts";

export interface Declarations {
  /** Where `.changeset` is; absent where changesets are not in use. */
  readonly folder?: {
    readonly path: string;
    /** For a person. */
    readonly name: string;
  };
  readonly required: readonly Release[];
  readonly missing: readonly MissingRelease[];
  /** The changeset that declares all of it. */
  readonly wanted: Changeset;
  /** Changesets that came with the change, and the one that is wanted if it is there. */
  readonly pending: readonly Changeset[];
  readonly areTogether: AreTogether;
}

export interface JudgeDeclarationsOptions {
  readonly contract: Contract;
  /** Text of a file as it was, by its absolute path; `undefined` where it was not there, or nothing is known. */
  readonly readPast: (path: string) => Promise<string | undefined>;
  /** Where a person stands. */
  readonly here: string;
}

export async function judgeDeclarations(
  diff: ContractDiff,
  { contract, readPast, here }: JudgeDeclarationsOptions,
): Promise<Declarations> {
  const path = findChangesetFolder(contract.cwd);
  const areTogether = readFixedGroups(path);
  const required = await requiredReleases(diff, contract, areTogether);
  const wanted = generatedChangeset(contract.input, required, diff.changes);
  if (path === undefined) {
    const missing = missingReleases(required, [], areTogether);
    return { required, missing, wanted, pending: [], areTogether };
  }
  const name = movePath(path, { from: here, to: here });
  const all = await readChangesets(path, (file) => readPast(join(path, file)));
  const pending = all.filter(({ file, isNew }) => isNew || file === wanted.file);
  const missing = missingReleases(required, pending, areTogether);
  return { folder: { path, name }, required, missing, wanted, pending, areTogether };
}
