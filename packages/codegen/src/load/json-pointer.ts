// JSON Pointer (RFC 6901): text to keys and back.

/** Adds `keys` to a pointer, escaped. */
export function appendPointer(pointer: string, ...keys: readonly (string | number)[]): string {
  let longer = pointer;
  for (const key of keys) longer += `/${escapeKey(String(key))}`;
  return longer;
}

/** The keys of a pointer, unescaped; `undefined` where the text is not a pointer. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === "") return [];
  if (!pointer.startsWith("/") || /~(?![01])/.test(pointer)) return undefined;
  return pointer.slice(1).split("/").map(unescapeKey);
}

function escapeKey(key: string): string {
  // most keys are plain words
  if (!key.includes("~") && !key.includes("/")) return key;
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function unescapeKey(key: string): string {
  return key.includes("~") ? key.replaceAll("~1", "/").replaceAll("~0", "~") : key;
}
