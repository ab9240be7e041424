// A change while it is being found, and how it is told.
import type { ContractModel, Origin } from "../model/contract-model.ts";
import type { Axis, Bump, Change, ChangePlace, DeployOrder } from "./change.ts";
import type { Rule, RuleCase } from "./rule.ts";
import type { RuleId } from "./rule-ids.ts";
import { rules } from "./rules.ts";

/** A rule that applies, before anybody is told. */
export interface Finding {
  readonly rule: RuleId;
  /** Which of the rule's cases, where it has several. */
  readonly variant?: string;
  /** Channel, event and field: `orders.placed payload.id`. */
  readonly subject: string;
  /** What changed, in a few words: `string became integer`. */
  readonly detail: string;
  readonly before?: Origin;
  /** Absent where the part is gone. */
  readonly after?: Origin;
  /** What the part that is gone stood in, in the newer contract. */
  readonly around?: Origin;
  readonly needsOverride?: boolean;
  readonly advice?: string;
  readonly witness?: unknown;
}

/** What every step of a comparison shares. */
export interface Comparison {
  readonly before: ContractModel;
  readonly after: ContractModel;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly report: (finding: Finding) => void;
}

export function caseOf({ rule, variant }: Pick<Finding, "rule" | "variant">): Rule & RuleCase {
  const found = rules[rule];
  return { ...found, ...(variant !== undefined && found.cases[variant]) };
}

export function toChange(finding: Finding): Change {
  const { rule, before, after, witness } = finding;
  const own = caseOf(finding);
  const { affects, bump, level } = own;
  const breaking = affects.length > 0;
  const place = after ?? placeOfGone(finding);
  if (place === undefined) throw new Error(`${rule}: the change has no place`);
  const release = (...own: readonly Axis[]): Bump =>
    breaking && !own.some((axis) => affects.includes(axis)) ? "minor" : bump;
  const advice = finding.advice ?? own.advice;
  return {
    rule,
    breaking,
    affects,
    pointer: place.pointer,
    message: `${finding.subject}: ${finding.detail}; ${consequenceOf(own)}`,
    file: place.file,
    line: place.line,
    column: place.column,
    level,
    bump,
    publishers: release("oldSubscriberNewPublisher", "publisherSource"),
    subscribers: release("newSubscriberOldPublisher", "subscriberSource"),
    ...(advice !== undefined && { advice }),
    deployOrder: deployOrderOf(affects),
    needsOverride: finding.needsOverride ?? false,
    ...(after === undefined && { isGone: true }),
    ...(before && { before: placeOf(before) }),
    ...(witness !== undefined && { witness }),
  };
}

/** What is gone is shown where it is missed, by the name that it had. */
function placeOfGone({ before, around }: Finding): Origin | undefined {
  return before && around ? { ...around, pointer: before.pointer } : before;
}

function placeOf({ file, line, column, pointer }: Origin): ChangePlace {
  return { file, line, column, pointer };
}

/** Who breaks, in words. */
function consequenceOf({ affects, verb, throws }: Rule): string {
  const what = verb === "misses" ? "what is sent" : "it";
  const code = [
    ...(affects.includes("publisherSource") && !throws ? ["publishes"] : []),
    ...(affects.includes("subscriberSource") ? ["handles"] : []),
  ];
  const parts = [
    affects.includes("oldSubscriberNewPublisher")
      ? `open tabs with the older subscriber ${verb === "misses" ? "miss" : "refuse"} ${what === "it" ? "what a newer publisher sends" : what}`
      : "",
    affects.includes("newSubscriberOldPublisher")
      ? `a newer subscriber ${verb} what older publishers and their outboxes still send`
      : "",
    throws ? "code that publishes it compiles and starts to throw" : "",
    code.length > 0 ? `code that ${code.join(" or ")} it stops compiling` : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? listOf(parts) : "nobody breaks";
}

function listOf(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")}, and ${parts.at(-1)}`;
}

function deployOrderOf(affects: readonly Axis[]): DeployOrder {
  const old = affects.includes("oldSubscriberNewPublisher");
  const young = affects.includes("newSubscriberOldPublisher");
  if (old && young) return "dual";
  if (old) return "subscriber-first";
  return young ? "publisher-first" : "any";
}
