// A schema's choices, each as the plain schemas that hold together.
import type { JsonSchema, JsonSchemaObject } from "@lockstep/codegen/contract";
import type { Conjunction, MakeContext } from "./maker.ts";

export interface Alternative {
  readonly schemas: Conjunction;
  /** How often each `$ref` has been entered by now. */
  readonly entered: ReadonlyMap<string, number>;
}

/** Enough for every arm of a large union; a product of unions is cut here. */
const alternativesLimit = 64;
const entriesLimit = 2;

/** Every combination of arms, first arms first; none where recursion ends. */
export function alternativesOf(
  schema: JsonSchema,
  { resolve, entered }: Pick<MakeContext, "resolve" | "entered">,
): readonly Alternative[] {
  if (schema === true) return [{ schemas: [], entered }];
  if (schema === false) return [];
  if (schema.$ref !== undefined) {
    const times = entered.get(schema.$ref) ?? 0;
    const target = resolve(schema.$ref);
    if (times >= entriesLimit || target === undefined) return [];
    const context = { resolve, entered: new Map(entered).set(schema.$ref, times + 1) };
    return alternativesOf(target, context);
  }
  let found: readonly Alternative[] = [{ schemas: [ownPart(schema)], entered }];
  for (const choice of choicesOf(schema)) {
    const more = choice.flatMap((option) => alternativesOf(option, { resolve, entered }));
    found = found.flatMap((one) => more.map((other) => both(one, other)));
    found = found.slice(0, alternativesLimit);
  }
  return found;
}

/** Each list is one choice; `allOf` is a choice of one, for each of its schemas. */
function choicesOf(schema: JsonSchemaObject): JsonSchema[][] {
  const choices = listOf(schema.allOf).map((part) => [part]);
  for (const keyword of ["anyOf", "oneOf"]) {
    if (Array.isArray(schema[keyword])) choices.push(listOf(schema[keyword]));
  }
  if (schema.if !== undefined) {
    const condition = schema.if as JsonSchema;
    const met = { allOf: [condition, (schema.then as JsonSchema | undefined) ?? true] };
    const unmet = (schema.else as JsonSchema | undefined) ?? true;
    choices.push([met, unmet]);
  }
  return choices;
}

function listOf(value: unknown): JsonSchema[] {
  return Array.isArray(value) ? (value as JsonSchema[]) : [];
}

function ownPart({ allOf, anyOf, oneOf, ...own }: JsonSchemaObject): JsonSchemaObject {
  return own;
}

function both(one: Alternative, other: Alternative): Alternative {
  const entered = new Map(one.entered);
  for (const [id, times] of other.entered) entered.set(id, Math.max(times, entered.get(id) ?? 0));
  return { schemas: [...one.schemas, ...other.schemas], entered };
}
