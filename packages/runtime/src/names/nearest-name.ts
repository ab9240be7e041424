// The one "did you mean" of the project.

/**
 * Answers the known name that was most likely meant, or `undefined` where none is near.
 *
 * Case, the separators `-`, `_`, `.` and camel case count for nothing, the order of words for little. A known name may
 * be an address: a `{parameter}` stands for any text.
 */
export function nearestName(wanted: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const cost = distance(wanted, name);
    if (cost < least && Math.floor(cost) <= tolerance(name)) {
      nearest = name;
      least = cost;
    }
  }
  return nearest;
}

// one edit for every three letters that were to be hit, and always one
function tolerance(known: string): number {
  return Math.max(1, Math.floor(known.replaceAll(/\{[^{}]*\}/g, "").length / 3));
}

function distance(wanted: string, known: string): number {
  const folded = edits(fold(wanted), [...split(fold(known))]);
  const reordered = known.includes("{")
    ? Number.POSITIVE_INFINITY
    : edits(sortWords(fold(wanted)), [...sortWords(fold(known))]) + 1;
  // the fraction only breaks ties between names that fold to the same
  return Math.min(folded, reordered) + edits(wanted, [...split(known)]) / 1000;
}

function fold(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])(?![^{]*\})/g, "$1-$2")
    .replaceAll(/[-_.\s]+(?![^{]*\})/g, "-")
    .toLowerCase();
}

function sortWords(folded: string): string {
  return folded.split("-").sort().join("-");
}

function split(name: string): readonly string[] {
  return name.match(/\{[^{}]*\}|[\s\S]/g) ?? [];
}

// Levenshtein's distance by rows; a `{parameter}` takes one character or more for nothing
function edits(wanted: string, known: readonly string[]): number {
  let row = Array.from({ length: wanted.length + 1 }, (_, column) => column);
  for (const token of known) {
    const above = row;
    row = [(above[0] ?? 0) + 1];
    for (let column = 1; column <= wanted.length; column++) {
      const diagonal = above[column - 1] ?? 0;
      const left = row[column - 1] ?? 0;
      const up = above[column] ?? 0;
      row.push(
        token.length > 1
          ? Math.min(diagonal, column > 1 ? left : diagonal, up + 1)
          : Math.min(diagonal + (token === wanted[column - 1] ? 0 : 1), left + 1, up + 1),
      );
    }
  }
  return row[wanted.length] ?? 0;
}
