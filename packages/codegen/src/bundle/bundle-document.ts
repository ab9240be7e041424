// A contract in several files → one document that needs no other.
import { bundledFilesKey } from "../load/bundled-files.ts";
import { findReferences } from "../load/find-references.ts";
import { appendPointer } from "../load/json-pointer.ts";
import type { LoadedDocument } from "../load/loaded-document.ts";
import { parseReference } from "../load/reference.ts";
import { findPart } from "../load/resolve-place.ts";

/**
 * Answers JSON that means the same: the root document with every other file beside it, whole, under an extension. So what
 * was shared stays shared, and what was recursive stays recursive. The same files give the same text.
 *
 * @param document without faults
 */
export function bundleDocument(document: LoadedDocument): string {
  const files = new Map([...document.sources.values()].map((source) => [source.file, source]));
  const others = [...files.keys()].filter((file) => file !== document.file).sort();
  const bundled = others.map((file) => [file, withReferencesLed(document, file)]);
  const root = withReferencesLed(document, document.file) as object;
  return `${JSON.stringify({ ...root, [bundledFilesKey]: Object.fromEntries(bundled) }, null, 2)}\n`;
}

function withReferencesLed(document: LoadedDocument, file: string): unknown {
  const value = structuredClone(document.sources.get(file)?.value);
  const sources = new Map([[file, { file, value }]]);
  for (const { pointer, ref } of findReferences(value)) {
    const holder = findPart(sources, { file, pointer })?.value as { $ref: string } | undefined;
    if (holder !== undefined) holder.$ref = leadReference(document, file, ref);
  }
  return value;
}

function leadReference(document: LoadedDocument, file: string, ref: string): string {
  const target = parseReference(file, ref);
  if (target.kind === "malformed") return ref;
  const { file: to = target.place.file } = document.sources.get(target.place.file) ?? {};
  const path = to === document.file ? "" : appendPointer("", bundledFilesKey, to);
  return `#${encodeURI(path + target.place.pointer).replaceAll("#", "%23")}`;
}
