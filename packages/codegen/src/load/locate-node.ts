// From a JSON Pointer to an offset in the text that it was parsed from.
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import { aliasTarget } from "./alias-target.ts";
import { parsePointer } from "./json-pointer.ts";
import { isMerge, mergedNodes } from "./merge-key.ts";

/**
 * Offset of the part that `pointer` names: of the value where it is a scalar, of its key where it is a map or a list.
 * A pointer that leads further than the text does stops at the last part that exists.
 */
export function locateNode(document: Document.Parsed, pointer: string): number {
  let node: Node | null = document.contents;
  let offset = startOf(node) ?? 0;
  for (const key of parsePointer(pointer) ?? []) {
    const child = childOf(document, node, key);
    if (child === undefined) break;
    node = child.value;
    offset = isScalar(node) || child.key === undefined ? (startOf(node) ?? offset) : child.key;
  }
  return offset;
}

interface Child {
  readonly value: Node | null;
  /** Offset of the key; absent in a list. */
  readonly key?: number | undefined;
}

function childOf(
  document: Document.Parsed,
  written: Node | null,
  key: string,
  seen: Set<Node> = new Set(),
): Child | undefined {
  const node = resolveAlias(document, written);
  if (isSeq<Node>(node)) {
    const value = /^\d+$/.test(key) ? node.items[Number(key)] : undefined;
    return value && { value };
  }
  if (!isMap<Node, Node | null>(node)) return undefined;
  const pair = pairsOf(node).get(key);
  if (pair !== undefined) return { value: pair.value, key: startOf(pair.key) };
  if (seen.has(node)) return undefined;
  seen.add(node);
  for (const merged of node.items
    .filter(isMerge)
    .flatMap((one) => mergedNodes(document, one.value))) {
    const child = childOf(document, merged, key, seen);
    if (child !== undefined) return child;
  }
  return undefined;
}

type MapNode = YAMLMap<Node, Node | null>;

const pairsByMap = new WeakMap<MapNode, ReadonlyMap<string, Pair<Node, Node | null>>>();

/** The pairs of a map by key, indexed once: a contract asks for the place of each of its channels. */
function pairsOf(node: MapNode): ReadonlyMap<string, Pair<Node, Node | null>> {
  const known = pairsByMap.get(node);
  if (known !== undefined) return known;
  const pairs = new Map(
    node.items.flatMap((pair) =>
      isScalar(pair.key) && !isMerge(pair) ? [[keyText(pair.key.value), pair]] : [],
    ),
  );
  pairsByMap.set(node, pairs);
  return pairs;
}

/** Text of a scalar used as a key, as JSON has it. */
export function keyText(value: unknown): string {
  return value === null ? "" : String(value);
}

function resolveAlias(document: Document.Parsed, node: Node | null): Node | null {
  return isAlias(node) ? (aliasTarget(document, node) ?? null) : node;
}

function startOf(node: Node | null): number | undefined {
  return node?.range?.[0];
}
