// Deprecation of channels and messages: our `x-deprecated`, and AsyncAPI's own flag.

import type { Deprecation } from "@lockstep/runtime";
import { isDay } from "../is-day.ts";
import { childOf, type Part } from "../load/resolve-place.ts";
import { quote } from "../quote.ts";
import { entriesOf, isObject, type ModelContext, report } from "./model-context.ts";

/**
 * Reads what deprecates a part: the first `x-deprecated` of the places that speak for it, or else `deprecated: true`,
 * which knows no date.
 *
 * @param places beside its `$ref` first, then where it is written
 */
export function readDeprecation(
  context: ModelContext,
  places: readonly Part[],
): Deprecation | undefined {
  for (const part of places) {
    const extension = childOf(part, "x-deprecated");
    if (extension !== undefined) {
      const deprecation = readExtension(context, extension);
      context.deprecations.set(deprecation, extension);
      return deprecation;
    }
  }
  return places.some((part) => childOf(part, "deprecated")?.value === true) ? {} : undefined;
}

/** Reads one `x-deprecated`, reporting what does not belong in it. */
export function readExtension(context: ModelContext, part: Part): Deprecation {
  if (!isObject(part.value)) {
    const message = `"x-deprecated": not a map; write { since, sunset, use }, each of them optional`;
    report(context, part, { code: "deprecation-invalid", message });
    return {};
  }
  const deprecation: { since?: string; sunset?: string; use?: string } = {};
  for (const [key, child] of entriesOf(part)) {
    const problem = judge(key, child.value);
    if (problem !== undefined) {
      report(context, child, {
        code: "deprecation-invalid",
        message: `"x-deprecated.${key}": ${problem}`,
      });
    } else if (key === "since" || key === "sunset" || key === "use") {
      deprecation[key] = child.value as string;
    }
  }
  return deprecation;
}

function judge(key: string, value: unknown): string | undefined {
  if (key !== "since" && key !== "sunset" && key !== "use") {
    return "unknown key; only since, sunset and use mean something";
  }
  if (typeof value !== "string") {
    return `${quote(value)} is not text; put it in quotes`;
  }
  if (key === "sunset" && !isDay(value)) {
    return `"${value}" is not a day; write it as "2027-06-30"`;
  }
  return undefined;
}
