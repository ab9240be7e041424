// A pattern's places, and in how many ways one follows another: an automaton that counts.
import { type CharSet, type Element, JS, type NoParent } from "refa";

/** Places of a pattern, by number: what each reads, and where reading goes on from there. */
export interface PatternStates {
  readonly reads: readonly CharSet[];
  /** For each place, the places that may follow, each with its number of ways; 2 stands for more, too. */
  readonly next: readonly Map<number, number>[];
}

/** A part of the pattern: where it may begin and end, each with its number of ways. */
interface Piece {
  readonly first: ReadonlyMap<number, number>;
  readonly last: ReadonlyMap<number, number>;
  /** In how many ways it reads nothing. */
  readonly empty: number;
}

type Part = NoParent<Element>;
type Sequence = readonly Part[];

/** How often a part is written out where it is repeated; what is repeated more is taken for endless or for this often. */
const maxCopies = 10;
const maxPlaces = 400;

/**
 * Reads a pattern in Unicode mode. Assertions read nothing; what a reference back reads is left out.
 *
 * @param isEndless whether many repetitions with an end are taken for repetitions without
 * @returns `undefined` where there are too many places
 */
export function patternStatesOf(pattern: string, isEndless: boolean): PatternStates | undefined {
  const reads: CharSet[] = [];
  const next: Map<number, number>[] = [];

  const link = (from: Piece["last"], to: Piece["first"]): void => {
    for (const [place, ways] of from) {
      for (const [other, more] of to) add(next[place], other, ways * more);
    }
  };
  const join = (one: Piece, two: Piece): Piece => {
    link(one.last, two.first);
    return {
      first: sum(one.first, scale(two.first, one.empty)),
      last: sum(scale(one.last, two.empty), two.last),
      empty: Math.min(one.empty * two.empty, 2),
    };
  };
  const readSequence = (sequence: Sequence): Piece => sequence.map(readPart).reduce(join, nothing);
  const readAlternatives = (alternatives: readonly { readonly elements: Sequence }[]): Piece =>
    alternatives.map(({ elements }) => readSequence(elements)).reduce(either, never);
  const readLoop = (read: () => Piece, min: number): Piece => {
    const piece = read();
    link(piece.last, piece.first);
    // a round that reads nothing is one that need not be
    return { ...piece, empty: min === 0 ? 1 : piece.empty };
  };
  const repeat = (read: () => Piece, min: number, max: number): Piece => {
    if (max === Number.POSITIVE_INFINITY || (isEndless && max > maxCopies))
      return readLoop(read, min);
    const most = Math.min(max, maxCopies);
    let rest = nothing;
    for (let count = most; count > 0; count -= 1) {
      const whole = join(read(), rest);
      rest = count > min ? { ...whole, empty: 1 } : whole;
    }
    return rest;
  };
  const readPart = (part: Part): Piece => {
    if (reads.length > maxPlaces) throw new TooManyPlaces();
    if (part.type === "Assertion") return nothing;
    if (part.type === "Alternation") return readAlternatives(part.alternatives);
    if (part.type === "Quantifier") {
      return repeat(() => readAlternatives(part.alternatives), part.min, part.max);
    }
    if (part.type === "Unknown" || part.characters.isEmpty) return never;
    const place = reads.push(part.characters) - 1;
    next.push(new Map());
    const only = new Map([[place, 1]]);
    return { first: only, last: only, empty: 0 };
  };

  const { expression } = JS.Parser.fromLiteral({ source: pattern, flags: "u" }).parse({
    assertions: "parse",
    backreferences: "disable",
  });
  try {
    readAlternatives(expression.alternatives.map(withoutTail));
    return { reads, next };
  } catch (error) {
    if (error instanceof TooManyPlaces) return undefined;
    throw error;
  }
}

class TooManyPlaces extends Error {}

const nothing: Piece = { first: new Map(), last: new Map(), empty: 1 };
const never: Piece = { first: new Map(), last: new Map(), empty: 0 };

/** Without an anchor at the end, a text is accepted before what need not be there is read. */
function withoutTail({ elements }: { readonly elements: Sequence }): { elements: Sequence } {
  const last = elements.at(-1);
  if (last?.type !== "Quantifier") return { elements };
  const before = elements.slice(0, -1);
  if (last.min === 0) return withoutTail({ elements: before });
  return { elements: [...before, { ...last, max: last.min }] };
}

function either(one: Piece, two: Piece): Piece {
  const { first, last } = { first: sum(one.first, two.first), last: sum(one.last, two.last) };
  return { first, last, empty: Math.min(one.empty + two.empty, 2) };
}

function sum(one: Piece["first"], two: Piece["first"]): Map<number, number> {
  const both = new Map(one);
  for (const [place, ways] of two) add(both, place, ways);
  return both;
}

function scale(ways: Piece["first"], factor: number): Piece["first"] {
  if (factor === 0) return new Map();
  return new Map([...ways].map(([place, count]) => [place, Math.min(count * factor, 2)]));
}

function add(ways: Map<number, number> | undefined, place: number, more: number): void {
  ways?.set(place, Math.min((ways.get(place) ?? 0) + more, 2));
}
