// The values that `enum` and `const` list.
import { createJudges } from "../../json-schema/create-judge.ts";
import type { ContractModel, SchemaModel } from "../../model/contract-model.ts";
import { sortKeys } from "../../model/sort-keys.ts";
import { isAnnotation } from "../../shape/keywords.ts";
import { isSchemaObject } from "../../shape/shape-reader.ts";
import type { Node } from "./located.ts";

/** The listed values that match all of the schemas, each once; `undefined` where none of them lists values. */
export function readLiterals(plain: Node, model: ContractModel): readonly unknown[] | undefined {
  const schemas = plain.map(({ schema }) => schema).filter(isSchemaObject);
  const lists = schemas.flatMap((schema): (readonly unknown[])[] => [
    ...(Array.isArray(schema.enum) ? [schema.enum] : []),
    ...("const" in schema ? [[schema.const]] : []),
  ]);
  const [first] = lists;
  if (first === undefined) return undefined;
  const unique = [...new Map(first.map((value) => [textOf(value), value])).values()];
  const isJudged = lists.length > 1 || schemas.some((schema) => Object.keys(schema).some(judges));
  if (!isJudged) return unique;
  const judge = judgeOf(plain, model);
  return unique.filter((value) => judge(value));
}

function judges(keyword: string): boolean {
  return !isAnnotation(keyword) && !["allOf", "const", "enum"].includes(keyword);
}

/** Whether a value matches all of the schemas, exactly. */
export function judgeOf(
  node: Node,
  { schemas }: Pick<ContractModel, "schemas">,
): (value: unknown) => boolean {
  const all = node.map(({ schema }) => schema);
  const judge = judgesOf(schemas)({ allOf: all.length > 0 ? all : [true] });
  return (value) => judge(value).length === 0;
}

type Schemas = ReadonlyMap<string, SchemaModel>;

const known = new WeakMap<Schemas, ReturnType<typeof createJudges>>();

function judgesOf(schemas: Schemas): ReturnType<typeof createJudges> {
  const judges = known.get(schemas) ?? createJudges(schemas);
  known.set(schemas, judges);
  return judges;
}

/** The same for values that are equal as JSON. */
export function textOf(value: unknown): string {
  return JSON.stringify(sortKeys(value)) ?? "undefined";
}
