// Judging values by the schemas of a model.
import type { ErrorObject, ValidateFunction } from "ajv";
import type { JsonSchema, SchemaModel } from "../model/contract-model.ts";
import { createAjv } from "./create-ajv.ts";
import { renameReferences } from "./schema-keywords.ts";

/** Answers what is wrong with a value; empty where nothing is. */
export type Judge = (value: unknown) => readonly ErrorObject[];

/** Creates a function that turns schemas of one model into judges; each is compiled when it is first asked. */
export function createJudges(
  schemas: ReadonlyMap<string, SchemaModel>,
): (schema: JsonSchema) => Judge {
  const ajv = createAjv();
  // an id is no URI: its file and pointer may hold any character
  const uris = new Map([...schemas.keys()].map((id, index) => [id, `lockstep:/${index}`]));
  const prepare = (schema: JsonSchema): JsonSchema =>
    renameReferences(schema, (id) => uris.get(id) ?? id);
  for (const [id, { schema }] of schemas) ajv.addSchema(prepare(schema), uris.get(id));
  return (schema) => {
    let validate: ValidateFunction | undefined;
    return (value) => {
      validate ??= ajv.compile(prepare(schema));
      return validate(value) ? [] : (validate.errors ?? []);
    };
  };
}
