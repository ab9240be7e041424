// Data that shares with older data what both have in common.

/**
 * `next`, in which every part that equals the part of `last` in its place is that part itself. Keys in another order are
 * another object. What says for itself what it is as JSON (`toJSON`) is compared as that.
 */
export function shareEqual<Data>(last: unknown, next: Data): Data {
  if (Object.is(last, next) || !isObject(last) || !isObject(next)) return next;
  if (typeof last.toJSON === "function" || typeof next.toJSON === "function") {
    return (JSON.stringify(last) === JSON.stringify(next) ? last : next) as Data;
  }
  if (last instanceof Set && next instanceof Set) {
    const isEqual = last.size === next.size && [...next].every((item) => last.has(item));
    return (isEqual ? last : next) as Data;
  }
  if (Array.isArray(last) && Array.isArray(next)) return shareList(last, next) as Data;
  return isPlain(last) && isPlain(next) ? (shareFields(last, next) as Data) : next;
}

function shareList(last: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const shared = next.map((item, index) => shareEqual(last[index], item));
  return last.length === shared.length &&
    shared.every((item, index) => Object.is(item, last[index]))
    ? last
    : shared;
}

type Fields = Readonly<Record<string, unknown>>;

function shareFields(last: Fields, next: Fields): Fields {
  const lastKeys = Object.keys(last);
  const keys = Object.keys(next);
  const values = keys.map((key) =>
    Object.hasOwn(last, key) ? shareEqual(last[key], next[key]) : next[key],
  );
  const isEqual =
    keys.length === lastKeys.length &&
    keys.every((key, index) => key === lastKeys[index] && Object.is(values[index], last[key]));
  // unlike assignment, this makes an own property of "__proto__" too
  return isEqual ? last : Object.fromEntries(keys.map((key, index) => [key, values[index]]));
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
