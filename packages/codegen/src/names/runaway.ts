// Whether a pattern can read one text in more and more ways, so that a text that fails takes time without bound.
import { type CharSet, Words } from "refa";
import { type PatternStates, patternStatesOf } from "./pattern-states.ts";

/** How a pattern runs away. */
export interface Runaway {
  /** Whether each character more multiplies the time; else the time is a power of the length. */
  readonly isExponential: boolean;
  /** A text that can be repeated, and that is read in one more way each time. */
  readonly text: string;
}

/** What is wrong with a pattern that runs away, and the way out. */
export function describeRunaway(found: Runaway): string {
  const growth = found.isExponential ? "exponential" : "polynomial";
  return `reads ${JSON.stringify(found.text)}, repeated, in more and more ways, so a text that fails takes ${growth} time; let each piece be read in one way, as in "^[a-z]+(?:-[a-z]+)*$"`;
}

/** How far a search goes, for each of the two questions. */
const maxSteps = 100_000;

/**
 * Looks for texts that a loop of the pattern reads in two ways (exponential), or that two loops can share (polynomial).
 *
 * @returns `undefined` where there are none, and where the pattern is too large to tell
 * @see https://doi.org/10.1016/0304-3975(91)90381-B Weber and Seidl, the criteria EDA and IDA
 */
export function findRunaway(pattern: string): Runaway | undefined {
  const loose = patternStatesOf(pattern, true);
  const exponential = loose && findExponential(loose);
  if (exponential !== undefined) return { isExponential: true, text: exponential };
  const exact = patternStatesOf(pattern, false);
  const polynomial = exact && findPolynomial(exact);
  return polynomial === undefined ? undefined : { isExponential: false, text: polynomial };
}

/** From a place back to it, by two ways over one text. */
function findExponential(states: PatternStates): string | undefined {
  const search = createSearch(states);
  for (const place of loopsOf(states)) {
    const found = search([place, place], ({ places: [one, two], hasParted }) => {
      return hasParted && one === place && two === place;
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** One text that leads from a loop to itself, from there to another loop, and from that to itself. */
function findPolynomial(states: PatternStates): string | undefined {
  const search = createSearch(states);
  const loops = loopsOf(states);
  for (const from of loops) {
    const reached = reachedFrom(states, from);
    for (const to of loops) {
      if (from === to || !reached.has(to)) continue;
      const found = search([from, from, to], ({ places: [one, two, three] }) => {
        return one === from && two === to && three === to;
      });
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Where several readers of one text stand. */
interface Step {
  readonly places: readonly number[];
  /** Whether the first two have gone different ways. */
  readonly hasParted: boolean;
  readonly text: string;
}

type Search = (start: readonly number[], isWanted: (step: Step) => boolean) => string | undefined;

/** Creates a search for the shortest text that leads readers from places to others. */
function createSearch(states: PatternStates): Search {
  let steps = 0;
  return (start, isWanted) => {
    const queue: Step[] = [{ places: start, hasParted: false, text: "" }];
    const seen = new Set<string>();
    for (const step of queue) {
      for (const after of stepsAfter(states, step)) {
        steps += 1;
        if (steps > maxSteps) return undefined;
        if (isWanted(after)) return after.text;
        const key = `${after.places.join()} ${after.hasParted}`;
        if (seen.has(key)) continue;
        seen.add(key);
        queue.push(after);
      }
    }
    return undefined;
  };
}

function* stepsAfter({ reads, next }: PatternStates, step: Step): Generator<Step> {
  const { places, text } = step;
  let moves: { places: number[]; set: CharSet | undefined; hasParted: boolean }[] = [
    { places: [], set: undefined, hasParted: step.hasParted },
  ];
  for (const place of places) {
    moves = moves.flatMap((move) =>
      [...(next[place] ?? [])].flatMap(([to, ways]) => {
        const own = reads[to];
        const set = own && (move.set?.intersect(own) ?? own);
        if (set === undefined || set.isEmpty) return [];
        return { places: [...move.places, to], set, hasParted: move.hasParted || ways > 1 };
      }),
    );
  }
  for (const { places: to, set, hasParted } of moves) {
    const character = set && Words.pickMostReadableCharacter(set);
    if (character === undefined) continue;
    const read = text + String.fromCodePoint(character);
    yield { places: to, hasParted: hasParted || to[0] !== to[1], text: read };
  }
}

function loopsOf(states: PatternStates): readonly number[] {
  return [...states.reads.keys()].filter((place) => reachedFrom(states, place).has(place));
}

function reachedFrom({ next }: PatternStates, start: number): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = [start];
  for (const place of open) {
    for (const to of next[place]?.keys() ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  }
  return reached;
}
