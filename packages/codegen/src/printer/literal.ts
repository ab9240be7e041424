// Values and property keys as source text that nothing in the value can get out of.

import type { Doc } from "./doc.ts";
import { array, objectLiteral } from "./expression.ts";

/** A string literal, quoted as Biome quotes it. */
export function stringLiteral(text: string): string {
  const escaped = escapeText(text);
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  return doubles > singles
    ? `'${escaped.replaceAll("'", "\\'")}'`
    : `"${escaped.replaceAll('"', '\\"')}"`;
}

/** A plain JSON value as a literal; objects are expanded, their keys in the order given. */
export function literal(value: unknown): Doc {
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value)) return array(value.map(literal));
  if (typeof value === "object" && value !== null) {
    return objectLiteral(Object.entries(value).map(([key, part]) => [key, literal(part)] as const));
  }
  return typeof value === "number" ? numberLiteral(value) : String(value);
}

/** A number as Biome writes it: without a plus in the exponent. */
export function numberLiteral(value: number): string {
  return String(value).replace("e+", "e");
}

/** A property key, quoted only where it has to be; `__proto__` is a key like any other. */
export function propertyKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return isIdentifierName(key) ? key : stringLiteral(key);
}

export function isIdentifierName(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);
}

// what would end a literal or a script element, hide in an editor, or read as a template
const hidden = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}|<(?=[/!])|\$(?=\{)/gu;

function escapeText(text: string): string {
  const short: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  return text
    .replaceAll("\\", "\\\\")
    .replace(hidden, (found) => short[found] ?? [...units(found)].map(escapeUnit).join(""));
}

function* units(text: string): Iterable<number> {
  for (let index = 0; index < text.length; index += 1) yield text.charCodeAt(index);
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
