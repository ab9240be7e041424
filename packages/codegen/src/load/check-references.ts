// Whether every `$ref` of the loaded files leads somewhere.
import type { Diagnostic } from "../diagnostic.ts";
import type { ReferenceSite } from "./find-references.ts";
import { appendPointer } from "./json-pointer.ts";
import type { LoadedDocument } from "./loaded-document.ts";
import { parseReference } from "./reference.ts";
import { findPart, isCircular } from "./resolve-place.ts";
import type { SourceFile } from "./source-file.ts";

export interface CheckReferencesOptions extends Pick<LoadedDocument, "locate" | "sources"> {
  /** Paths of the files that stand for URLs. */
  readonly standIns: ReadonlyMap<string, string>;
}

/** Reports every reference that is remote, malformed, leads nowhere, or only ever to another reference. */
export function checkReferences(
  references: ReadonlyMap<SourceFile, readonly ReferenceSite[]>,
  { sources, locate, standIns }: CheckReferencesOptions,
): Diagnostic[] {
  return [...references].flatMap(([{ file }, sites]) =>
    sites.flatMap((site) => {
      const fault = judge(sources, { file, ...site }, standIns);
      if (fault === undefined) return [];
      const origin = locate(file, appendPointer(site.pointer, "$ref"));
      return [{ severity: "error" as const, ...origin, ...fault }];
    }),
  );
}

type Fault = Pick<Diagnostic, "code" | "message">;

function judge(
  sources: ReadonlyMap<string, SourceFile>,
  { file, ref }: ReferenceSite & { readonly file: string },
  standIns: ReadonlyMap<string, string>,
): Fault | undefined {
  const target = parseReference(file, ref);
  if (target.kind === "remote" && !standIns.has(target.place.file)) {
    const message = `"${ref}": nothing is read from a network; copy the file here, and refer to it by path or under "remote" in the config`;
    return { code: "ref-remote", message };
  }
  if (target.kind === "malformed") {
    const message = `"${ref}": not a relative path with a JSON Pointer; write it as "file.yaml#/path/to/part"`;
    return { code: "ref-malformed", message };
  }
  const { place } = target;
  const source = sources.get(place.file);
  if (source === undefined) {
    const path = standIns.get(place.file) ?? place.file;
    const message = `"${ref}": the file "${path}" cannot be read; correct the path`;
    return { code: "ref-unresolved", message };
  }
  // a file with faults of its own has no value: those faults are reported already
  if (source.value === undefined) return undefined;
  const part = findPart(sources, place);
  if (part === undefined) {
    const message = `"${ref}": "${place.file}" has no "${place.pointer}"; correct the pointer`;
    return { code: "ref-unresolved", message };
  }
  if (!isCircular(sources, part)) return undefined;
  const message = `"${ref}": the reference leads back to itself; refer to a definition`;
  return { code: "ref-circular", message };
}
