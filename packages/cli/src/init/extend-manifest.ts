// Adding to a package.json of somebody else's: what is there stays as it is.
import { isMap } from "./read-project.ts";

/** By field, what it is to hold. */
export type ManifestAdditions = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ExtendedManifest {
  /** Absent where there is nothing to add. */
  readonly text?: string;
  /** For a person: `scripts.generate`. */
  readonly added: readonly string[];
  /** What stands there with another value, each a sentence. */
  readonly conflicts: readonly string[];
}

/** Adds the entries that are missing. A package that any kind of dependency names counts as there. */
export function extendManifest(
  { text, value }: { readonly text: string; readonly value: Readonly<Record<string, unknown>> },
  additions: ManifestAdditions,
): ExtendedManifest {
  const next: Record<string, unknown> = { ...value };
  const added: string[] = [];
  const conflicts: string[] = [];
  for (const [field, entries] of Object.entries(additions)) {
    const current = value[field] ?? {};
    if (!isMap(current)) {
      conflicts.push(`${field} is not a map; make it one with ${JSON.stringify(entries)}`);
      continue;
    }
    const missing: Record<string, string> = {};
    for (const [key, wanted] of Object.entries(entries)) {
      if (field !== "scripts" && isDependency(value, key)) continue;
      const found = current[key];
      if (found === undefined) {
        missing[key] = wanted;
        added.push(`${field}.${key}`);
      } else if (found !== wanted) {
        conflicts.push(`${field}.${key} is ${JSON.stringify(found)}; give "${wanted}" a script`);
      }
    }
    if (Object.keys(missing).length === 0) continue;
    const isSorted = field !== "scripts";
    const all = Object.entries({ ...current, ...missing });
    next[field] = Object.fromEntries(isSorted ? all.sort(([a], [b]) => (a < b ? -1 : 1)) : all);
  }
  if (added.length === 0) return { added, conflicts };
  return { text: printLike(text, next), added, conflicts };
}

function isDependency(manifest: Readonly<Record<string, unknown>>, name: string): boolean {
  return ["dependencies", "devDependencies", "peerDependencies"].some((field) => {
    const listed = manifest[field];
    return isMap(listed) && Object.hasOwn(listed, name);
  });
}

/** Keeps indentation, line ends and the end of the file. */
function printLike(text: string, value: unknown): string {
  const indent = /^\s*\{\r?\n([ \t]+)/.exec(text)?.[1] ?? "  ";
  const printed = JSON.stringify(value, null, indent) + (/\n\s*$/.test(text) ? "\n" : "");
  return text.includes("\r\n") ? printed.replaceAll("\n", "\r\n") : printed;
}
