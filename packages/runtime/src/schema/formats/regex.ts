// Regular expressions, read as ajv-formats reads them.

/** What JavaScript compiles without a flag; `\Z`, which is of other languages, is refused. */
export function isRegex(text: string): boolean {
  if (/[^\\]\\Z/.test(text)) return false;
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
