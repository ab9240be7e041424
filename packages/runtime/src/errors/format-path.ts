// A path as people read it.

/** Prints a path as an expression would reach it: `payload.offers[0]["valid from"]`. */
export function formatPath(root: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((printed, key) => {
    if (typeof key === "number") return `${printed}[${key}]`;
    return /^[A-Za-z_$][\w$]*$/.test(String(key))
      ? `${printed}.${String(key)}`
      : `${printed}[${JSON.stringify(String(key))}]`;
  }, root);
}
