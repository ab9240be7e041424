// A map that remembers so much and no more.

/** Sets a value as the latest, and forgets those that were set longest ago where there are more than `most`. */
export function setLatest<Key, Value>(
  map: Map<Key, Value>,
  [key, value]: readonly [Key, Value],
  most: number,
): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
