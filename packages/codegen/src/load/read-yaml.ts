// Text → plain JSON data, many times faster than through a document with places; for text that is as it should be.
import { type EventType, FAILSAFE_SCHEMA, load, type State, Type } from "js-yaml";
import { maxDepth } from "./parse-yaml.ts";

/**
 * Reads YAML 1.2 (core schema) that holds a map or a list of nothing but JSON's data, without anchors.
 *
 * @param around how many collections the text stands in
 * @returns `undefined` for any other text, and for faulty text: {@link parseYaml} is to say what is wrong with it.
 */
export function readYaml(text: string, around = 0): { readonly value: unknown } | undefined {
  if (unusual.test(text)) return undefined;
  let depth = around;
  const listener = (event: EventType, state: State): void => {
    depth += event === "open" ? 1 : -1;
    if (event === "close" ? isUnusual(state) : depth > maxDepth) throw new Error("unusual");
  };
  try {
    const value: unknown = load(text, { schema: coreSchema, listener });
    return typeof value !== "object" || hasNullKey(value) ? undefined : { value };
  } catch {
    return undefined;
  }
}

/** An address with parameters is the one key that may end in a bracket: `light/{id}:` on a line of its own. */
const address = /^ *[\w$/](?:[^\s:'"{}[\],#]|\{[\w-]+\})*:/;

const unusual = new RegExp(
  [
    /<<\s*:/, // merges
    /^%/, // directives
    /^---\S/, // what is glued to a document marker
    /^(?:[^\S\r\n\u2028\u2029]|[-[{,])*\?\s/, // keys that say so
    new RegExp(`[\\]}]\\s*:(?:\\s|$)(?<!${address.source}(?:\\s|$))`), // keys that are collections
    /[|>][+-]?[1-9]/, // block scalars that say how far they are indented
  ]
    .map(({ source }) => source)
    .join("|"),
  "m",
);

function isUnusual({ anchor, tag }: State & Properties): boolean {
  return typeof anchor === "string" || tag === "!";
}

/** A key that is null, which each parser makes another text of. */
function hasNullKey(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, "null") || Object.values(value).some(hasNullKey);
}

/** What a node has in front of it. */
interface Properties {
  readonly anchor?: unknown;
  readonly tag?: unknown;
}

function scalar(tag: string, pattern: RegExp, construct: (text: string) => unknown): Type {
  return new Type(`tag:yaml.org,2002:${tag}`, {
    kind: "scalar",
    resolve: (text: string | null) => pattern.test(text ?? ""),
    construct: (text: string | null) => construct(text ?? ""),
  });
}

/** @see https://yaml.org/spec/1.2.2/#103-core-schema */
const coreSchema = FAILSAFE_SCHEMA.extend({
  implicit: [
    scalar("null", /^(?:~|[Nn]ull|NULL)?$/, () => null),
    scalar("bool", /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/, (text) => /^t/i.test(text)),
    scalar("int", /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/, finite),
    scalar(
      "float",
      /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
      finite,
    ),
  ],
});

function finite(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw new Error("not a number of JSON");
}
