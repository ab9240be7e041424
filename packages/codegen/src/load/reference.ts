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
  /** Its file is a URL. */
  | { readonly kind: "remote"; readonly place: Place }
  | { readonly kind: "malformed" };

/**
 * Reads a `$ref` found in `file`. Relative paths and JSON Pointers lead to places. Nothing is fetched, so a URL does only
 * where a file stands for it; and a path from the root of a disk means nothing on another machine.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#referenceObject
 */
export function parseReference(file: string, ref: string): ParsedReference {
  const [path = "", fragment = "", ...more] = ref.split("#");
  const isRemote = /^[a-z][a-z\d+.-]*:/i.test(path) || path.startsWith("//");
  const decodedPath = isRemote ? path : decode(path);
  const pointer = decode(fragment);
  if (decodedPath === undefined || pointer === undefined || more.length > 0) {
    return { kind: "malformed" };
  }
  if (isRemote) return { kind: "remote", place: { file: path, pointer } };
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
