// Names of the schemas that others refer to.
import type { ContractModel, SchemaModel } from "../model/contract-model.ts";
import { cyclesOf } from "./cycles.ts";
import { camelName, kebabName, pascalName, safeName, takeName } from "./names.ts";
import type { ComponentPlan } from "./plan.ts";
import { planParts } from "./plan-parts.ts";
import type { ReadSchemaResult } from "./read-schema.ts";

export interface PlanComponentsOptions {
  readonly model: ContractModel;
  readonly reached: ReadonlyMap<string, ReadSchemaResult>;
  /** Ids of the schemas that are a message's whole payload. */
  readonly payloads: ReadonlySet<string>;
  /** Names of types that are settled, in lower case; those of the components and their parts are added. */
  readonly taken: Set<string>;
}

/**
 * A component is named after the last segment of its pointer. Where several would have one name, each gets its file's
 * name in front; where a message has the name, whose whole payload it may be, `Payload` stands behind it; where that is
 * not enough, a number from 2, in the order of the ids.
 */
export function planComponents(options: PlanComponentsOptions): readonly ComponentPlan[] {
  const { model, reached, payloads, taken } = options;
  const schemas = [...model.schemas.values()].filter(({ id }) => reached.has(id)).sort(byId);
  const cycles = cyclesOf(new Map([...reached].map(([id, { shape }]) => [id, shape])));
  const uses = countNames(schemas);
  const ofMessages: ReadonlySet<string> = new Set(taken);
  const files = new Set<string>();
  const named = schemas.map((schema) => {
    const bare = baseName(schema);
    const shared = (uses.get(pascalName(bare).toLowerCase()) ?? 0) > 1;
    const key = shared ? `${fileName(schema)}-${bare}` : bare;
    const pascal = pascalName(key) || "Schema";
    const isPayload = payloads.has(schema.id) && ofMessages.has(pascal.toLowerCase());
    const typeName = takeName(taken, isPayload ? `${pascal}Payload` : pascal);
    // the same behind both names
    const camel = (camelName(key) || "schema") + typeName.slice(pascal.length);
    return { schema, typeName, camel, file: takeName(files, kebabName(key) || "schema", "-") };
  });
  return named.map(({ schema, typeName, camel, file }) => {
    const { shape, notes } = reached.get(schema.id) ?? unread;
    return {
      id: schema.id,
      typeName,
      constName: safeName(camel),
      schemaName: `${camel}Schema`,
      file: `schemas/${file}`,
      role: `Judges values of \`${typeName}\`.`,
      shape,
      notes,
      origin: schema.origin,
      parts: planParts(typeName, shape, taken),
      cycle: cycles.get(schema.id) ?? new Set(),
    };
  });
}

const unread: ReadSchemaResult = { shape: { kind: "unknown" }, notes: { constraints: [] } };

function countNames(schemas: readonly SchemaModel[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const schema of schemas) {
    const name = pascalName(baseName(schema)).toLowerCase();
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return uses;
}

function byId(one: SchemaModel, two: SchemaModel): number {
  return one.id < two.id ? -1 : 1;
}

function baseName(schema: SchemaModel): string {
  const segment = schema.origin.pointer.split("/").at(-1) ?? "";
  const decoded = segment.replaceAll("~1", "/").replaceAll("~0", "~");
  return decoded === "" ? fileName(schema) : decoded;
}

function fileName({ origin }: SchemaModel): string {
  return (origin.file.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "");
}
