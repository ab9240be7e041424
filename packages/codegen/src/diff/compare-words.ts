// What channels and events say to readers.
import type { Origin, WordsModel } from "../model/contract-model.ts";
import type { Comparison } from "./finding.ts";
import { textOf } from "./schema/read-literals.ts";

interface Described {
  readonly description?: string;
  readonly words?: WordsModel;
  readonly examples?: readonly unknown[];
  readonly origin: Origin;
}

export function compareWords(
  { report }: Comparison,
  { before, after, subject }: { before: Described; after: Described; subject: string },
): void {
  const older = wordsOf(before);
  const newer = wordsOf(after);
  const changed = [...new Set([...Object.keys(older), ...Object.keys(newer)])]
    .filter((key) => textOf(older[key]) !== textOf(newer[key]))
    .sort();
  if (changed.length === 0) return;
  const detail = `${changed.join(", ")} changed`;
  report({ rule: "docs-changed", subject, detail, before: before.origin, after: after.origin });
}

function wordsOf({ words, examples = [] }: Described): Readonly<Record<string, unknown>> {
  const payloads = examples.map((example) => (example as { readonly payload: unknown }).payload);
  return { ...words, ...(payloads.length > 0 && { examples: payloads }) };
}
