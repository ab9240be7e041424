// Ranges of integers as regular expressions.

/** A pattern of the canonical decimals from `minimum` to `maximum`, both of them included, without anchors. */
export function integerPattern(
  minimum: number = Number.MIN_SAFE_INTEGER,
  maximum: number = Number.MAX_SAFE_INTEGER,
): string {
  const alternatives: string[] = [];
  if (minimum < 0) {
    const nearest = Math.max(1, -maximum);
    if (nearest <= -minimum) alternatives.push(`-(?:${naturalPattern(nearest, -minimum)})`);
  }
  if (maximum >= 0 && minimum <= maximum) {
    alternatives.push(naturalPattern(Math.max(0, minimum), maximum));
  }
  // a class without characters: no integer lies between the bounds
  return alternatives.length > 0 ? alternatives.join("|") : "[]";
}

/** From `low` to `high`, neither of them negative. */
function naturalPattern(low: number, high: number): string {
  const lowText = String(low);
  const highText = String(high);
  if (lowText.length === highText.length) return between(lowText, highText);
  const alternatives = [atLeast(lowText)];
  for (let length = lowText.length + 1; length < highText.length; length += 1) {
    alternatives.push(`[1-9]${anyDigits(length - 1)}`);
  }
  alternatives.push(between(`1${"0".repeat(highText.length - 1)}`, highText));
  return alternatives.join("|");
}

/** Digits of one length, from `low` to `high`. */
function between(low: string, high: string): string {
  if (low === high) return low;
  const [first = "", last = ""] = [low[0], high[0]];
  if (first === last) return `${first}(?:${between(low.slice(1), high.slice(1))})`;
  const middle = digits(Number(first) + 1, Number(last) - 1, low.length - 1);
  const alternatives = [first + atLeast(low.slice(1)), ...middle, last + atMost(high.slice(1))];
  return alternatives.join("|");
}

/** Digits as many as in `low`, not less than it. */
function atLeast(low: string): string {
  const first = low[0];
  if (first === undefined) return "";
  const above = digits(Number(first) + 1, 9, low.length - 1);
  return `(?:${[first + atLeast(low.slice(1)), ...above].join("|")})`;
}

/** Digits as many as in `high`, not more than it. */
function atMost(high: string): string {
  const first = high[0];
  if (first === undefined) return "";
  const below = digits(0, Number(first) - 1, high.length - 1);
  return `(?:${[...below, first + atMost(high.slice(1))].join("|")})`;
}

function digits(first: number, last: number, more: number): string[] {
  return first > last ? [] : [`[${first}-${last}]${anyDigits(more)}`];
}

function anyDigits(count: number): string {
  return count === 0 ? "" : `[0-9]{${count}}`;
}
