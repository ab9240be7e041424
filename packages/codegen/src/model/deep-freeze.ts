// Freezing plain data and all that it holds.

/** Freezes objects, arrays and the values of maps in place. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  const children = value instanceof Map ? value.values() : Object.values(value);
  for (const child of children) deepFreeze(child);
  return value;
}
