// What the values of a list mean, where each is a schema of its own: `oneOf: [{ const: 1, description: Low }, …]`.
import type { JsonSchemaObject } from "../model/contract-model.ts";
import { isSchemaObject } from "./shape-reader.ts";

/** A line for each value that says what it means, as a list of Markdown; empty where none does. */
export function describeValues(schema: JsonSchemaObject, describe: Describe): string {
  const members = [schema.oneOf, schema.anyOf].find(Array.isArray) ?? [];
  if (!members.every((member) => isSchemaObject(member) && "const" in member)) return "";
  return members
    .flatMap((member: JsonSchemaObject) => {
      const meaning = describe(member)?.replaceAll(/\s+/g, " ");
      const value = JSON.stringify(member.const)?.replaceAll("`", "'");
      return meaning === undefined ? [] : [`- \`${value}\`: ${meaning}`];
    })
    .join("\n");
}

type Describe = (schema: JsonSchemaObject) => string | undefined;
