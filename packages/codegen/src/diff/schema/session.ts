// What the steps of comparing two schemas share.
import type { Comparison, Finding } from "../finding.ts";
import type { RuleId } from "../rule-ids.ts";
import type { FindWitness } from "../witness/create-witness.ts";
import type { Branch, Reading } from "./branch.ts";
import { keyOfNode, type Located, type Node, placeOf } from "./located.ts";
import { createReader } from "./read-node.ts";

/** A finding before it is known whose schemas are compared. */
export interface SchemaFinding extends Omit<Finding, "subject" | "before" | "after" | "around"> {
  readonly path: string;
  readonly before?: readonly [Located, ...string[]];
  readonly after?: readonly [Located, ...string[]];
  readonly around?: readonly [Located, ...string[]];
}

/** Two nodes at the same path of a payload. */
export interface NodePair {
  readonly before: Node;
  readonly after: Node;
  /** `payload.items[].id`. */
  readonly path: string;
}

export interface BranchPair {
  readonly before: Branch;
  readonly after: Branch;
  readonly path: string;
  /** Whether a value may also match other schemas of its contract, which declare this field. */
  readonly foreign: Foreign;
}

export interface Foreign {
  readonly before: (name: string) => boolean;
  readonly after: (name: string) => boolean;
}

/** Everything that comparisons of two contracts keep from one schema to the next. */
export interface SchemaMemory {
  readonly readBefore: (node: Node) => Reading;
  readonly readAfter: (node: Node) => Reading;
  /** Pairs between which there is no difference at all, nor below them. */
  readonly clean: Set<string>;
  /** Pairs that are being asked about; whoever asks again takes them for the same. */
  readonly asked: Map<string, boolean | undefined>;
  /** Pairs of these that were taken for the same while they are being asked about. */
  readonly leanedOn: Set<string>;
  /** Pairs that are known to differ, whatever is taken for the same around them. */
  readonly different: Set<string>;
}

/** The same, with what looks for witnesses. */
export interface DiffMemory extends SchemaMemory {
  readonly findWitness: FindWitness;
}

export interface Session extends SchemaMemory {
  readonly comparison: Comparison;
  /** Pairs that were compared, or are being compared. */
  readonly visited: Set<string>;
  readonly found: (finding: SchemaFinding) => void;
  /** Whether nothing more needs to be found. */
  readonly isDecided: () => boolean;
}

export function createMemory({ before, after }: Comparison): SchemaMemory {
  return {
    readBefore: createReader(before),
    readAfter: createReader(after),
    clean: new Set(),
    asked: new Map(),
    leanedOn: new Set(),
    different: new Set(),
  };
}

export function keyOfPair({ before, after }: Pick<NodePair, "before" | "after">): string {
  return `${keyOfNode(before)} → ${keyOfNode(after)}`;
}

/** Reports a finding with the places of both sides. */
export function reportFor(
  { comparison }: { readonly comparison: Comparison },
  subject: string,
  { path, before, after, around, ...finding }: SchemaFinding,
): void {
  const { report, before: older, after: newer } = comparison;
  report({
    ...finding,
    subject: `${subject} ${path}`,
    ...(before && { before: placeOf(older, ...before) }),
    ...(after && { after: placeOf(newer, ...after) }),
    ...(around && { around: placeOf(newer, ...around) }),
  });
}

/** Rules that say nothing about values. */
export const wordRules: ReadonlySet<RuleId> = new Set([
  "docs-changed",
  "payload-default-added",
  "payload-default-changed",
  "payload-default-removed",
  "payload-property-deprecated",
  "payload-property-undeprecated",
  "payload-property-sunset-moved-earlier",
]);
