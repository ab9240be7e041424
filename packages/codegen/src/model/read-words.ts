// What a document says about one of its parts for readers alone.
import type { WordsModel } from "./contract-model.ts";
import { sortKeys } from "./sort-keys.ts";

const keys = ["description", "externalDocs", "summary", "tags", "title"];

/**
 * The words as they are written; `undefined` where there are none.
 *
 * @param valueAt reads the value under a key of the part
 */
export function readWords(valueAt: (key: string) => unknown): WordsModel | undefined {
  const entries = keys.flatMap((key) => {
    const value = valueAt(key);
    return value === undefined || value === null ? [] : [[key, sortKeys(value)] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
