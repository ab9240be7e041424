// The order of Biome's organizeImports: A before a before B, numbers by value, packages before paths.

/** Orders module specifiers: packages first, then `../` before `./`. */
export function compareModules(one: string, two: string): number {
  return distance(one) - distance(two) || compareNames(one, two);
}

/** Orders names inside braces. */
export function compareNames(one: string, two: string): number {
  const same = sharedLength(one, two);
  // mostly two letters decide
  const [next = "0", other = "0"] = [one[same], two[same]];
  if (isLetter.test(next) && isLetter.test(other)) return rank(next) - rank(other);
  const left = tokens(one.slice(same));
  const right = tokens(two.slice(same));
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = compareTokens(left[index] ?? "", right[index] ?? "");
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Length of what both begin with, less the part of a number or of a character that goes on behind it. */
function sharedLength(one: string, two: string): number {
  let length = 0;
  while (length < one.length && one[length] === two[length]) length += 1;
  while (length > 0 && /[\d\ud800-\udbff]/.test(one.charAt(length - 1))) length -= 1;
  return length;
}

const isLetter = /^[A-Za-z]$/;

function distance(module: string): number {
  if (module.startsWith("../")) return 1;
  return module.startsWith("./") ? 2 : 0;
}

function tokens(text: string): readonly string[] {
  return text.match(/\d+|./gsu) ?? [];
}

function compareTokens(one: string, two: string): number {
  if (/^\d/.test(one) && /^\d/.test(two))
    return Number(one) - Number(two) || one.length - two.length;
  return rank(one) - rank(two);
}

// a path's separators stand before everything that a name may hold
const first = ["/", ".", "-"];

function rank(token: string): number {
  const place = first.indexOf(token);
  if (place >= 0) return place - first.length;
  const lower = token.toLowerCase();
  const code = lower.codePointAt(0) ?? 0;
  return code * 2 + (token === lower ? 1 : 0);
}
