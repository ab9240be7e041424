// The key `<<` as YAML 1.1 has it: YAML 1.2 does not, but AsyncAPI's own parser and most editors read it.
import { type Document, isAlias, isScalar, isSeq, type Node, type Pair } from "yaml";
import { aliasTarget } from "./alias-target.ts";

/** Whether the pair stands for the pairs of other maps; in quotes it is a key like any other. */
export function isMerge({ key }: Pick<Pair<Node, Node | null>, "key">): boolean {
  return isScalar(key) && key.value === "<<" && key.type === "PLAIN";
}

/**
 * What a merge takes in, those that win first; what is no map in the end is a fault.
 *
 * @see https://yaml.org/type/merge.html
 */
export function mergedNodes(
  document: Document.Parsed,
  node: Node | null,
): readonly (Node | null)[] {
  const target = isAlias(node) ? aliasTarget(document, node) : node;
  return isSeq<Node | null>(target) ? target.items : [node];
}
