// Expressions laid out as Biome lays them out.
import {
  choice,
  type Doc,
  either,
  fill,
  fluid,
  group,
  hardLine,
  type ImportedSymbol,
  indent,
  join,
  line,
  softLine,
} from "./doc.ts";
import { propertyKey } from "./literal.ts";

/** `callee(args)`; a lone list or object stays on the line of the parenthesis. */
export function call(callee: Doc, args: readonly Doc[]): Doc {
  // among several arguments, a call that is given a function puts each argument on a line of its own
  const composes = args.length > 1 && args.some((arg) => functional.has(arg as object));
  const doc: Doc = [callee, callArguments(args, composes ? hardLine : softLine)];
  if (args.length === 0 || (args.length === 1 && args.every(isShort))) stubborn.add(doc);
  if (args.every((arg) => arg === "{}" || arg === "[]")) plain.add(doc);
  return doc;
}

// calls that gain nothing by a line break between their parentheses
const stubborn = new WeakSet<object>();

// calls that stay whole before a last argument that is broken
const plain = new WeakSet<object>();

function isShort(arg: Doc): boolean {
  const text = typeof arg === "string" ? arg : isSymbol(arg) ? arg.name : undefined;
  return text !== undefined && text.length <= 25;
}

/** `callee(() => result)`. */
export function callWithFunction(callee: Doc, result: Doc): Doc {
  const doc: Doc = [callee, "(() => ", result, ")"];
  functional.add(doc);
  return doc;
}

const functional = new WeakSet<object>();

/** `head.first(…).second(…)`: on one line, or each call on a line of its own. */
export function chain(
  head: Doc,
  calls: readonly (readonly [method: string, args: readonly Doc[]])[],
): Doc {
  return group([
    head,
    indent(calls.map(([method, args]) => [softLine, ".", method, callArguments(args)])),
  ]);
}

function callArguments(args: readonly Doc[], start: Doc = softLine): Doc {
  if (args.length === 0) return "()";
  const all = group([
    "(",
    indent([start, join(args, [",", line])]),
    choice(",", ""),
    softLine,
    ")",
  ]);
  const last = args.at(-1);
  const hugs = last !== undefined && bracketed.has(last as object);
  const others = args.slice(0, -1);
  const isWhole = (arg: Doc): boolean =>
    typeof arg === "string" || isSymbol(arg) || plain.has(arg as object);
  if (!hugs || !others.every(isWhole)) return all;
  const hugged: Doc = ["(", join(args, ", "), ")"];
  return others.length === 0 ? hugged : either(hugged, all);
}

function isSymbol(doc: Doc): doc is ImportedSymbol {
  return typeof doc === "object" && "kind" in doc && doc.kind === "symbol";
}

/** `<A, B>`, on one line or one on each. */
export function typeArguments(types: readonly Doc[]): Doc {
  return group(["<", indent([softLine, join(types, [",", line])]), softLine, ">"]);
}

// lists and objects may stay on the line of the parenthesis that they end
const bracketed = new WeakSet<object>();

function hugging(doc: Exclude<Doc, string>): Doc {
  bracketed.add(doc);
  return doc;
}

/** `[a, b]`; numbers fill their lines. */
export function array(items: readonly Doc[]): Doc {
  if (items.length === 0) return "[]";
  const numbers = items.every((item) => typeof item === "string" && /^-?\d/.test(item));
  const content = numbers ? fill(items) : join(items, [",", line]);
  return hugging({
    kind: "group",
    doc: ["[", indent([softLine, content]), choice(",", ""), softLine, "]"],
  });
}

/** `{ key: value }`, always one entry a line. */
export function objectLiteral(entries: readonly (readonly [key: string, value: Doc])[]): Doc {
  return block(entries.map(([key, value]) => property(key, value)));
}

/** Entries written by the caller, one a line, in braces. */
export function block(entries: readonly Doc[], end = ","): Doc {
  if (entries.length === 0) return "{}";
  const lines = entries.map((entry) => [hardLine, entry, end]);
  return hugging(["{", indent(lines), hardLine, "}"]);
}

/** `key: value`; a value whose beginning does not fit goes on the next line, unless the key is too short to gain by it. */
export function property(key: string, value: Doc): Doc {
  const name = propertyKey(key);
  if (name.length <= 4) return [name, ": ", value];
  if (stubborn.has(value as object)) return group([name, ":", indent([line, value])]);
  return [name, ":", fluid(value)];
}
