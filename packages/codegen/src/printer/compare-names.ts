// The order of Biome's organizeImports: A before a before B, numbers by value, packages before paths.

/** Orders module specifiers: packages first, then `../` before `./`. */
export function compareModules(one: string, two: string): number {
  return distance(one) - distance(two) || compareNames(one, two);
}

/** Orders names inside braces. */
export function compareNames(one: string, two: string): number {
  const left = tokens(one);
  const right = tokens(two);
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = compareTokens(left[index] ?? "", right[index] ?? "");
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

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
