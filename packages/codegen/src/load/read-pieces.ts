// A long YAML text read piece by piece, so that pieces that were read before need not be read again.
import { readYaml } from "./read-yaml.ts";

/** Entries of a block map that stand on lines of their own. */
export interface Piece {
  readonly text: string;
  readonly entries: Readonly<Record<string, unknown>>;
  /** The pieces of its only entry's value, where that is a long block map. */
  readonly inner?: readonly PlacedPiece[];
}

/** A piece in the text, or in the piece that it is a part of. */
export interface PlacedPiece {
  readonly at: number;
  readonly piece: Piece;
}

export interface Pieces {
  readonly value: Readonly<Record<string, unknown>>;
  readonly all: readonly PlacedPiece[];
  /** Each of them, and those that they are made of, by its text. */
  readonly byText: ReadonlyMap<string, Piece>;
}

/**
 * Reads a block map of nothing but what {@link readYaml} reads, to the same value. A piece ends before a line with a plain
 * key that is no deeper than its own first one. There nothing of YAML goes on but quotes and brackets, and one that is
 * open at the end of a piece makes a fault of it, as every piece is read by itself.
 *
 * @param known pieces that were read before, by their text
 * @returns `undefined` for any other text
 */
export function readPieces(text: string, known?: ReadonlyMap<string, Piece>): Pieces | undefined {
  if (unfit.test(text)) return undefined;
  const reading: Reading = { known: known ?? new Map(), read: new Map() };
  const all = readMap(reading, text, { indent: 0, depth: 0 });
  return all && { value: mergeEntries(all), all, byText: reading.read };
}

/** Ends of documents, and what is the end of a line to one parser and not to another. */
const unfit = /^(?:\.\.\.|---)|\r(?!\n)|[\u2028\u2029]/m;

interface Reading {
  readonly known: ReadonlyMap<string, Piece>;
  readonly read: Map<string, Piece>;
}

interface Level {
  readonly indent: number;
  /** How many maps are around it. */
  readonly depth: number;
}

function readMap(reading: Reading, text: string, level: Level): readonly PlacedPiece[] | undefined {
  const { indent } = level;
  const starts = [...text.matchAll(keyLines(indent))].map(({ index }) => index);
  const [first] = starts;
  const isShallower = indent > 0 && new RegExp(`^ {0,${indent - 1}}[^ #\\r\\n]`, "m").test(text);
  if (first === undefined || isShallower || !comments.test(text.slice(0, first))) return undefined;
  const placed: PlacedPiece[] = [];
  const keys = new Set<string>();
  for (const [index, at] of starts.entries()) {
    const piece = readPiece(reading, text.slice(at, starts[index + 1]), level);
    if (piece === undefined) return undefined;
    for (const key of Object.keys(piece.entries)) {
      if (keys.has(key)) return undefined;
      keys.add(key);
    }
    placed.push({ at, piece });
  }
  return placed;
}

function keyLines(indent: number): RegExp {
  return new RegExp(`^ {${indent}}[\\w$/][^\\s:'"]*:(?=\\s|$)`, "gm");
}

const comments = /^\uFEFF?(?: *(?:#[^\r\n]*)?\r?\n)*$/;

function readPiece(reading: Reading, text: string, level: Level): Piece | undefined {
  const known = reading.known.get(text);
  if (known !== undefined) {
    remember(reading, known);
    return known;
  }
  const inner = text.length > longest ? readInner(reading, text, level) : undefined;
  const entries = inner ? { [inner.key]: mergeEntries(inner.pieces) } : readEntries(text, level);
  if (entries === undefined) return undefined;
  const piece: Piece = { text, entries, ...(inner && { inner: inner.pieces }) };
  reading.read.set(text, piece);
  return piece;
}

/** What is longer is taken apart, where it can be. */
const longest = 2000;

function remember({ read }: Reading, piece: Piece): void {
  read.set(piece.text, piece);
  for (const { piece: one } of piece.inner ?? []) remember({ known: read, read }, one);
}

function readEntries(text: string, { depth }: Level): Piece["entries"] | undefined {
  const value = readYaml(text, depth)?.value;
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  return isMap ? (value as Piece["entries"]) : undefined;
}

/** The pieces behind a line that is nothing but a key. */
function readInner(
  reading: Reading,
  text: string,
  { indent, depth }: Level,
): { readonly key: string; readonly pieces: readonly PlacedPiece[] } | undefined {
  const [head = ""] = /^ *[^\s:'"]+:[ \t]*(?:#[^\r\n]*)?\r?\n/.exec(text) ?? [];
  const [key, ...others] = Object.keys(readEntries(head, { indent, depth }) ?? {});
  const body = text.slice(head.length);
  const inside = /^( *)[^ #\r\n]/m.exec(body)?.[1]?.length ?? 0;
  if (key === undefined || key === "__proto__" || others.length > 0 || inside <= indent)
    return undefined;
  const pieces = readMap(reading, body, { indent: inside, depth: depth + 1 });
  return (
    pieces && { key, pieces: pieces.map(({ at, piece }) => ({ at: at + head.length, piece })) }
  );
}

function mergeEntries(pieces: readonly PlacedPiece[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(pieces.flatMap(({ piece }) => Object.entries(piece.entries)));
}
