// What a parameter's pattern may not hold.

/** Why a pattern cannot be asked of a piece of a channel name, with the way out; `undefined` where it can. */
export function findPatternFault(pattern: string): string | undefined {
  try {
    new RegExp(pattern, "u");
  } catch {
    return `"pattern" "${pattern}" is not a regular expression; mend it`;
  }
  return undefined;
}
