// One line for a person on a change that passes.
import type { ContractDiff } from "@lockstep/codegen";
import type { Declarations } from "../changesets/judge-declarations.ts";
import { plural } from "../plural.ts";
import { withoutControls } from "../terminal.ts";

export interface DescribeVerdictOptions {
  /** The document, as it was named. */
  readonly name: string;
  /** The past. */
  readonly since: string;
  readonly declarations: Declarations;
}

export function describeVerdict(
  { identical, changes }: ContractDiff,
  { name, since, declarations: { folder, pending, required } }: DescribeVerdictOptions,
): string {
  if (identical) return `${name}: nothing has changed since ${since}`;
  if (changes.length === 0) return `${name}: means what it meant in ${since}`;
  const breaks = changes.filter(({ breaking }) => breaking).length;
  const extent = breaks === 0 ? "none breaking" : `${breaks} breaking`;
  const names = new Set(required.map((release) => release.name));
  const files = pending
    .filter(({ releases }) => releases.some((release) => names.has(release.name)))
    .map(({ file }) => withoutControls(`${folder?.name}/${file}`));
  const declared = files.length === 0 ? "" : `; declared by ${files.join(", ")}`;
  return `${name}: ${plural(changes.length, "change")} since ${since}, ${extent}${declared}`;
}
