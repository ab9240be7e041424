// A parsed YAML document as plain JSON data.
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
} from "yaml";
import { appendPointer } from "./json-pointer.ts";
import { keyText } from "./locate-node.ts";

/** What JSON cannot hold, or what only an attack needs. */
export interface YamlFault {
  readonly offset: number;
  readonly pointer: string;
  /** `subject: problem; way out`. */
  readonly message: string;
}

const maxNodes = 1_000_000;
const maxDepth = 500;

/**
 * Converts what the parser read. Aliases are copied out, within a limit on the whole; keys are own properties whatever
 * their name is.
 */
export function yamlToJson(document: Document.Parsed): {
  readonly value: unknown;
  readonly faults: readonly YamlFault[];
} {
  const conversion: Conversion = { document, faults: [], open: new Set(), nodes: 0 };
  const value = convert(conversion, document.contents, "");
  return { value, faults: conversion.faults };
}

interface Conversion {
  readonly document: Document.Parsed;
  readonly faults: YamlFault[];
  /** Collections around the node at hand: an alias to one of them is a cycle. */
  readonly open: Set<Node>;
  nodes: number;
}

function convert(conversion: Conversion, node: Node | null, pointer: string): unknown {
  conversion.nodes += 1;
  if (conversion.nodes > maxNodes) {
    if (conversion.nodes === maxNodes + 1) {
      refuse(
        conversion,
        node,
        pointer,
        `document: over ${maxNodes} values with its aliases; use fewer`,
      );
    }
    return null;
  }
  if (isAlias(node)) return convertAlias(conversion, node, pointer);
  if (isScalar(node)) return convertScalar(conversion, node, node.value, pointer);
  if (!isMap<Node, Node | null>(node) && !isSeq<Node | null>(node)) return null;
  if (conversion.open.size >= maxDepth) {
    refuse(
      conversion,
      node,
      pointer,
      `document: nested deeper than ${maxDepth} levels; flatten it`,
    );
    return null;
  }
  conversion.open.add(node);
  const value = isSeq(node)
    ? node.items.map((item, index) => convert(conversion, item, appendPointer(pointer, index)))
    : convertMap(conversion, node.items, pointer);
  conversion.open.delete(node);
  return value;
}

function convertMap(
  conversion: Conversion,
  pairs: readonly Pair<Node, Node | null>[],
  pointer: string,
): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  for (const { key, value } of pairs) {
    if (!isScalar(key)) {
      refuse(
        conversion,
        key,
        pointer,
        "key: a map, a list or an alias is not a key; write it as text",
      );
      continue;
    }
    const name = keyText(key.value);
    entries.push([name, convert(conversion, value, appendPointer(pointer, name))]);
  }
  // unlike assignment, this makes an own property of "__proto__" too
  return Object.fromEntries(entries);
}

function convertAlias(conversion: Conversion, alias: Alias, pointer: string): unknown {
  const target = alias.resolve(conversion.document);
  if (target !== undefined && !conversion.open.has(target)) {
    return convert(conversion, target, pointer);
  }
  const problem = target === undefined ? "names no anchor" : "stands inside its own anchor";
  refuse(conversion, alias, pointer, `"*${alias.source}": the alias ${problem}; use a $ref`);
  return null;
}

function convertScalar(
  conversion: Conversion,
  node: Node,
  value: unknown,
  pointer: string,
): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) {
    refuse(conversion, node, pointer, `"${value}": not a number of JSON; write a finite number`);
    return null;
  }
  return value;
}

function refuse(conversion: Conversion, node: Node | null, pointer: string, message: string): void {
  conversion.faults.push({ offset: node?.range?.[0] ?? 0, pointer, message });
}
