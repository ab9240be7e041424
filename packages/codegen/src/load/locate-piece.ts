// From a JSON Pointer to an offset in a text of which the pieces are known.
import { type Document, LineCounter } from "yaml";
import { appendPointer } from "./json-pointer.ts";
import { locateNode } from "./locate-node.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Piece, PlacedPiece } from "./read-pieces.ts";

/**
 * What `locateNode` answers of the whole text, of which only one piece is parsed for it.
 *
 * @returns `undefined` where no piece has the first of the keys
 */
export function locatePiece(
  pieces: readonly PlacedPiece[],
  [key = "", ...keys]: readonly string[],
): number | undefined {
  const found = pieces.find(({ piece }) => Object.hasOwn(piece.entries, key));
  if (found === undefined) return undefined;
  const { at, piece } = found;
  if (piece.inner === undefined) {
    const document = documentOf(piece);
    return document && at + locateNode(document, appendPointer("", key, ...keys));
  }
  const inside = keys.length === 0 ? undefined : locatePiece(piece.inner, keys);
  return at + (inside ?? piece.text.search(/[^ ]/));
}

const documents = new WeakMap<Piece, Document.Parsed>();

function documentOf(piece: Piece): Document.Parsed | undefined {
  const known = documents.get(piece);
  if (known !== undefined) return known;
  const parsed = parseYaml(piece.text, new LineCounter());
  if ("tooDeepAt" in parsed || parsed.document.errors.length > 0) return undefined;
  documents.set(piece, parsed.document);
  return parsed.document;
}
