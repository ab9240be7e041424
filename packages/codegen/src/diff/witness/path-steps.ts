// The way from a payload to the part that a finding is about.

/** A field by its name, an item by its place, or any item. */
export type Step = { readonly field: string } | { readonly item: number };

/** Reads a path such as `payload.items[].id`; it ends before a part that has no name. */
export function stepsOf(path: string): readonly Step[] {
  const steps: Step[] = [];
  // a name in quotes may hold brackets of its own
  for (const [token = ""] of path.matchAll(/\.[^.[\]]+|\["(?:[^"\\]|\\.)*"\]|\[[^\]]*\]/g)) {
    if (token === ".*" || token.startsWith("[/")) break;
    if (token.startsWith(".")) steps.push({ field: token.slice(1) });
    else if (token.startsWith('["')) steps.push({ field: String(JSON.parse(token.slice(1, -1))) });
    else steps.push({ item: Number(token.slice(1, -1)) });
  }
  return steps;
}
