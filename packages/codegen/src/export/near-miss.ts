// A pattern for what was probably meant to be a word.

/** Matches what is one letter away from the word (one too many, missing, other or swapped), and not the word. */
export function nearMissPattern(prefix: string, word: string): string {
  const near = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    near.add(`${before}.${after}`);
    if (after === "") continue;
    near.add(before + after.slice(1));
    near.add(`${before}.${after.slice(1)}`);
    near.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
  }
  return `^(?!${prefix}${word}$)${prefix}(?:${[...near].join("|")})$`;
}
