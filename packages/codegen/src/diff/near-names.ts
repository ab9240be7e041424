// Names of which one may have become the other.
import { nearestName } from "@lockstep/runtime";
import { groupBy } from "./group-by.ts";

/** Pairs that are compared letter by letter; of more, only the words of the names are. */
const pairsAtMost = 20_000;

/** Creates a function that answers those of the names that may have been meant, the nearest first. */
export function createNearNames(
  count: number,
  names: readonly string[],
): (name: string) => readonly string[] {
  if (count * names.length > pairsAtMost) {
    const byWords = groupBy(names, wordsOf);
    return (name) => byWords.get(wordsOf(name)) ?? [];
  }
  return (name) => {
    const near = names.filter((other) => areNear(name, other));
    const nearest = near.length > 1 ? nearestName(name, near) : undefined;
    return nearest === undefined ? near : [nearest, ...near.filter((one) => one !== nearest)];
  };
}

/** Whether one may be meant for the other, whichever is the longer. */
function areNear(one: string, two: string): boolean {
  return nearestName(one, [two]) !== undefined || nearestName(two, [one]) !== undefined;
}

function wordsOf(name: string): string {
  return name.replaceAll(/[-_.\s]/g, "").toLowerCase();
}
