// A TypeScript type as data, ready to be printed.

export type TypeWord =
  | "(string & {})"
  | "boolean"
  | "never"
  | "null"
  | "number"
  | "string"
  | "undefined"
  | "unknown";

export type TypeTree =
  | { readonly kind: "keyword"; readonly word: TypeWord }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "list"; readonly item: TypeTree }
  | {
      readonly kind: "tuple";
      readonly items: readonly TypeTree[];
      /** How many of the items may not be left out. */
      readonly required: number;
      readonly rest?: TypeTree;
    }
  | { readonly kind: "map"; readonly value: TypeTree }
  | { readonly kind: "union"; readonly members: readonly TypeTree[] };

export interface FieldTree {
  readonly name: string;
  readonly required: boolean;
  readonly type: TypeTree;
}

/** A named object type. */
export interface InterfaceTree {
  /** Sorted by name. */
  readonly fields: readonly FieldTree[];
  /** Type of the fields that are not declared, where they have one. */
  readonly rest?: TypeTree;
}

export function keyword(word: TypeWord): TypeTree {
  return { kind: "keyword", word };
}

/**
 * Each member once, unions in it laid flat, `null` and `undefined` last; `unknown` takes everything in, `never` says
 * nothing.
 */
export function unionOf(types: readonly TypeTree[]): TypeTree {
  const all = types.flatMap((type) => (type.kind === "union" ? type.members : [type]));
  const possible = all.filter((type) => !isWord(type, "never"));
  const flat = possible.length > 0 ? possible : all;
  const unique = [...new Map(flat.map((type) => [JSON.stringify(type), type])).values()];
  const whole = unique.find((type) => isWord(type, "unknown"));
  if (whole !== undefined) return whole;
  const last = unique.filter((type) => isWord(type, "null") || isWord(type, "undefined"));
  const members = [...unique.filter((type) => !last.includes(type)), ...last.sort(byWord)];
  const [only] = members;
  return only !== undefined && members.length === 1 ? only : { kind: "union", members };
}

function isWord(type: TypeTree, word: TypeWord): boolean {
  return type.kind === "keyword" && type.word === word;
}

function byWord(one: TypeTree, two: TypeTree): number {
  return JSON.stringify(one) < JSON.stringify(two) ? -1 : 1;
}
