// Where the text of a `$ref` leads.
import { posix } from "node:path";
import { parsePointer } from "./json-pointer.ts";

/** A part of one of the contract's files. */
export interface Place {
  /** Path from the working folder, with `/`. */
  readonly file: string;
  readonly pointer: string;
}

export type ParsedReference =
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "remote" }
  | { readonly kind: "malformed" };

/**
 * Reads a `$ref` found in `file`. Only relative paths and JSON Pointers lead anywhere: nothing is fetched, and a path
 * from the root of a disk means nothing on another machine.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#referenceObject
 */
export function parseReference(file: string, ref: string): ParsedReference {
  const [path = "", fragment = "", ...more] = ref.split("#");
  if (/^[a-z][a-z\d+.-]*:/i.test(path) || path.startsWith("//")) return { kind: "remote" };
  const decodedPath = decode(path);
  const pointer = decode(fragment);
  if (decodedPath === undefined || pointer === undefined || more.length > 0) {
    return { kind: "malformed" };
  }
  if (decodedPath.startsWith("/") || parsePointer(pointer) === undefined) {
    return { kind: "malformed" };
  }
  const target = path === "" ? file : posix.join(posix.dirname(file), decodedPath);
  return { kind: "place", place: { file: target, pointer } };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
