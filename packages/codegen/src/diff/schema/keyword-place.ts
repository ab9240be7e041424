// Where a finding about a keyword is shown.
import type { Located, Node } from "./located.ts";
import type { NodePair, SchemaFinding } from "./session.ts";

/** The first of the keywords that a schema of the node has; the node itself where it has none. */
export function keywordPlace(
  { before, after }: Pick<NodePair, "before" | "after">,
  ...keywords: readonly string[]
): Pick<SchemaFinding, "before" | "after"> {
  const older = placeIn(before, keywords);
  const newer = placeIn(after, keywords);
  return { ...(older && { before: older }), ...(newer && { after: newer }) };
}

function placeIn(
  node: Node,
  keywords: readonly string[],
): readonly [Located, ...string[]] | undefined {
  for (const keyword of keywords) {
    const holder = node.find(({ schema }) => typeof schema === "object" && keyword in schema);
    if (holder !== undefined) return [holder, keyword];
  }
  const [first] = node;
  return first && [first];
}
