// Data that shares with older data what both have in common.

/**
 * Whether plain data is equal, the keys of its objects in the same order. What says for itself what it is as JSON
 * (`toJSON`) is compared as that.
 */
export function isEqual(one: unknown, two: unknown): boolean {
  if (Object.is(one, two)) return true;
  if (!isObject(one) || !isObject(two)) return false;
  if (typeof one.toJSON === "function" || typeof two.toJSON === "function")
    return JSON.stringify(one) === JSON.stringify(two);
  if (Array.isArray(one) && Array.isArray(two))
    return one.length === two.length && one.every((item, index) => isEqual(item, two[index]));
  if (one instanceof Set && two instanceof Set)
    return one.size === two.size && [...two].every((item) => one.has(item));
  if (!isPlain(one) || !isPlain(two)) return false;
  const keys = Object.keys(one);
  const others = Object.keys(two);
  return (
    keys.length === others.length &&
    keys.every((key, index) => key === others[index] && isEqual(one[key], two[key]))
  );
}

/** JSON data, of which every part that equals the part of `last` in its place is that part itself. */
export function shareEqual<Data>(last: unknown, next: Data): Data {
  if (Object.is(last, next) || !isObject(last) || !isObject(next)) return next;
  if (Array.isArray(last) && Array.isArray(next)) {
    const shared = next.map((item, index) => shareEqual(last[index], item));
    return isSame(last, shared) ? (last as Data) : (shared as Data);
  }
  if (!isPlain(last) || !isPlain(next)) return next;
  const keys = Object.keys(next);
  const values = keys.map((key) =>
    Object.hasOwn(last, key) ? shareEqual(last[key], next[key]) : next[key],
  );
  if (isSame(Object.keys(last), keys) && isSame(Object.values(last), values)) return last as Data;
  // unlike assignment, this makes an own property of "__proto__" too
  return Object.fromEntries(keys.map((key, index) => [key, values[index]])) as Data;
}

/** Whether two lists hold the same, each item by identity. */
export function isSame(one: readonly unknown[], two: readonly unknown[]): boolean {
  return one.length === two.length && one.every((item, index) => Object.is(item, two[index]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
