// What a rule of the diff is.
import type { Axis, Bump, Change } from "./change.ts";

/** One kind of a change, or of a rule whose change comes in several kinds. */
export interface RuleCase {
  /** In a few words, for the table. */
  readonly change: string;
  /** Who breaks. */
  readonly affects: readonly Axis[];
  /** Where code against the publisher compiles still, and starts to throw. */
  readonly throws: boolean;
  /** What is released where nobody breaks; a break is always major. */
  readonly bump: Bump;
  readonly level: Change["level"];
}

export interface Rule extends RuleCase {
  /** The way to get there without a break. */
  readonly advice?: string;
  /** What a reader that breaks does: refuse what arrives, or miss it since nothing arrives. */
  readonly verb: "refuses" | "misses";
  /** Other kinds of the same rule, by name. */
  readonly cases: Readonly<Record<string, RuleCase>>;
}

/** A rule as the tables hold it, where most have one case and a verb that goes without saying. */
export type WrittenRule = RuleCase & Partial<Omit<Rule, keyof RuleCase>>;

/** In the order of the columns of the table. */
export const axes: readonly Axis[] = [
  "oldSubscriberNewPublisher",
  "newSubscriberOldPublisher",
  "publisherSource",
  "subscriberSource",
];

/**
 * Reads one line of the table: a mark for each of the four axes, `o` where it is fine, `X` where it breaks, `R` where it
 * compiles and the publisher's validation throws.
 */
export function row(
  change: string,
  marks: string,
  { bump = "minor", level }: { readonly bump?: Bump; readonly level?: Change["level"] } = {},
): RuleCase {
  const columns = marks.split(" ");
  const affects = axes.filter((_, index) => columns[index] !== "o");
  const throws = columns[2] === "R";
  return affects.length > 0
    ? { change, affects, throws, bump: "major", level: level ?? "error" }
    : { change, affects, throws, bump, level: level ?? "info" };
}
