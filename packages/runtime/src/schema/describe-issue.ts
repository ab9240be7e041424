// What is wrong with a value, in English, for schemas that carry no words of their own.
import { counted } from "../counted.ts";

/** The part of a zod issue that a description needs. */
export interface RawIssue {
  readonly code?: string | undefined;
  readonly path?: readonly PropertyKey[] | undefined;
  readonly message?: string | undefined;
  readonly input?: unknown;
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly inclusive?: boolean;
  readonly exact?: boolean;
  readonly format?: string;
  readonly pattern?: string;
  readonly divisor?: number;
}

/** Answers the issue as a predicate: `must be a string`. It never quotes the value itself. */
export function describeIssue(issue: RawIssue): string {
  // JSON has no undefined: whatever was expected, it is not there
  if (issue.input === undefined) return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "never" ? "must be absent" : `must be ${nameType(issue.expected)}`;
    case "invalid_value":
      return `must be ${issue.values?.length === 1 ? "" : "one of "}${list(issue.values)}`;
    case "unrecognized_keys":
      return `must not have the undeclared ${issue.keys?.length === 1 ? "field" : "fields"} ${list(issue.keys)}`;
    case "too_small":
      return bound(issue, issue.minimum, "at least", "more than");
    case "too_big":
      return bound(issue, issue.maximum, "at most", "less than");
    case "invalid_format":
      return issue.pattern ? `must match ${issue.pattern}` : `must be ${nameType(issue.format)}`;
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    case "invalid_union":
      return issue.inclusive === false
        ? "must match exactly one of the alternatives, not several"
        : "must match one of the alternatives";
    case "invalid_key":
      return "must have only keys that the contract allows";
    default:
      return "is invalid";
  }
}

function nameType(type = "another value"): string {
  if (type === "int") return "an integer";
  if (type === "null") return "null";
  if (type === "record") return "an object";
  return `${/^[aeio]/.test(type) ? "an" : "a"} ${type}`;
}

function list(values: readonly unknown[] = []): string {
  return values.map((value) => JSON.stringify(value)).join(", ");
}

function bound(
  { origin, inclusive, exact }: RawIssue,
  limit: number | bigint = 0,
  within: string,
  beyond: string,
): string {
  const units: Readonly<Record<string, string>> = { string: "character", array: "item" };
  const unit = units[origin ?? ""];
  const extent = exact ? "exactly" : inclusive ? within : beyond;
  return unit ? `must have ${extent} ${counted(limit, unit)}` : `must be ${extent} ${limit}`;
}
