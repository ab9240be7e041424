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
  type Scalar,
} from "yaml";
import { quote } from "../quote.ts";
import { aliasTarget } from "./alias-target.ts";
import { appendPointer } from "./json-pointer.ts";
import { keyText } from "./locate-node.ts";
import { isMerge } from "./merge-key.ts";
import { maxDepth } from "./parse-yaml.ts";

/** What JSON cannot hold, what only an attack needs, or what is to be warned of. */
export interface YamlFault {
  readonly offset: number;
  readonly pointer: string;
  /** `subject: problem; way out`. */
  readonly message: string;
}

/** How many values aliases may add to what is written. */
const maxCopies = 100_000;

/**
 * Converts what the parser read. Aliases are copied out, within a limit on the whole, and `<<` takes in the maps that it
 * names; keys are own properties whatever their name is.
 */
export function yamlToJson(document: Document.Parsed): {
  readonly value: unknown;
  readonly faults: readonly YamlFault[];
  /** What other readers may take for other data. */
  readonly warnings: readonly YamlFault[];
} {
  const [faults, warnings]: [YamlFault[], YamlFault[]] = [[], []];
  const state = { open: new Set<Node>(), aliases: 0, copies: 0 };
  const value = convert({ document, faults, warnings, ...state }, document.contents, "");
  return { value, faults, warnings };
}

interface Conversion {
  readonly document: Document.Parsed;
  readonly faults: YamlFault[];
  readonly warnings: YamlFault[];
  /** Collections around the node at hand: an alias to one of them is a cycle. */
  readonly open: Set<Node>;
  /** Aliases around the node at hand. */
  aliases: number;
  copies: number;
}

function convert(conversion: Conversion, node: Node | null, pointer: string): unknown {
  if (conversion.aliases > 0) conversion.copies += 1;
  if (conversion.copies > maxCopies) return null;
  if (isAlias(node)) return convertAlias(conversion, node, pointer);
  if (isScalar(node)) return convertScalar(conversion, node, pointer);
  if (!isMap<Node, Node | null>(node) && !isSeq<Node | null>(node)) return null;
  if (conversion.open.size >= maxDepth) {
    const message = `document: nested deeper than ${maxDepth} levels; flatten it`;
    return refuse(conversion, node, pointer, message);
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
  const mergeAt = pairs.findIndex(isMerge);
  const merge = pairs[mergeAt];
  const merged = merge ? convertMerge(conversion, merge.value, pointer) : [];
  const entries = pairs.flatMap(({ key, value }, index): [string, unknown][] => {
    if (index === mergeAt) return [];
    if (isScalar(key)) {
      const name = keyText(key.value);
      if (index < mergeAt && merged.some((one) => Object.hasOwn(one, name)))
        warnOfOrder(conversion, key, appendPointer(pointer, name));
      return [[name, convert(conversion, value, appendPointer(pointer, name))]];
    }
    const problem = "a map, a list or an alias is not a key";
    refuse(conversion, key, pointer, `key: ${problem}; write it as text`);
    return [];
  });
  // unlike assignment, this makes an own property of "__proto__" too
  return Object.fromEntries([...merged.reverse().flatMap(Object.entries), ...entries]);
}

/** The maps whose keys a merge takes in, those that win first. */
function convertMerge(conversion: Conversion, node: Node | null, pointer: string): object[] {
  // as a whole, so that an alias to a list is guarded and counted as any other is
  const value = convert(conversion, node, pointer);
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const maps = all.filter((one) => typeof one === "object" && one !== null && !Array.isArray(one));
  const { copies, faults } = conversion;
  if (maps.length < all.length && node && faults.length === 0 && copies <= maxCopies)
    refuse(conversion, node, pointer, '"<<": takes in maps alone; name one by its alias');
  return maps as object[];
}

/** @see https://yaml.org/type/merge.html, by which the order is nothing; AsyncAPI's own parser takes what stands last. */
function warnOfOrder({ aliases, warnings }: Conversion, key: Scalar, pointer: string): void {
  if (aliases > 0) return;
  const problem = 'stands before a "<<" that has it too, and other readers let that one win';
  const message = `${quote(keyText(key.value))}: ${problem}; write the "<<" first`;
  warnings.push({ offset: key.range?.[0] ?? 0, pointer, message });
}

function convertAlias(conversion: Conversion, alias: Alias, pointer: string): unknown {
  const subject = `"*${alias.source}"`;
  const target = aliasTarget(conversion.document, alias);
  if (target === undefined || conversion.open.has(target)) {
    const problem = target ? "the alias stands inside its own anchor" : "the alias has no anchor";
    return refuse(conversion, alias, pointer, `${subject}: ${problem}; use a $ref`);
  }
  conversion.aliases += 1;
  const value = convert(conversion, target, pointer);
  conversion.aliases -= 1;
  if (conversion.aliases === 0 && conversion.copies > maxCopies && conversion.faults.length === 0) {
    const message = `${subject}: aliases copy over ${maxCopies} values; use a $ref`;
    return refuse(conversion, alias, pointer, message);
  }
  return value;
}

function convertScalar(conversion: Conversion, node: Scalar, pointer: string): unknown {
  if (typeof node.value !== "number" || Number.isFinite(node.value)) return node.value;
  const message = `"${node.source ?? node.value}": not a number of JSON; write a finite number, or put text in quotes`;
  return refuse(conversion, node, pointer, message);
}

function refuse(conversion: Conversion, node: Node, pointer: string, message: string): null {
  conversion.faults.push({ offset: node.range?.[0] ?? 0, pointer, message });
  return null;
}
