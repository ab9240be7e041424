// A message's `headers` → the CloudEvents envelope that carries them over Pusher.
import { renameReferences } from "../json-schema/schema-keywords.ts";
import type { Part } from "../load/resolve-place.ts";
import { buildReached, buildSchema } from "./build-schema.ts";
import type { EnvelopeModel, JsonSchema, JsonSchemaObject, SchemaModel } from "./contract-model.ts";
import { mergePatch } from "./merge-patch.ts";
import { isObject, type ModelContext, report } from "./model-context.ts";

export interface EnvelopeSource {
  /** Key of the message. */
  readonly key: string;
  /** Wire name of the message. */
  readonly name: string;
  /** What the message and its traits declare, the message's own first. */
  readonly headers: readonly Part[];
}

const requiredAttributes = ["specversion", "id", "source", "type"] as const;

/** Attributes that the publisher fills or that the envelope fixes. */
const ownAttributes: ReadonlySet<string> = new Set([
  ...requiredAttributes,
  "datacontenttype",
  "sequence",
  "time",
]);

/**
 * Builds the envelope; `undefined` without headers. Pusher carries no headers, so any others are an error.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md#3-envelope
 */
export function buildEnvelope(
  context: ModelContext,
  { key, name, headers }: EnvelopeSource,
): EnvelopeModel | undefined {
  const [nearest] = headers;
  if (nearest === undefined) return undefined;
  const refuse = (code: string, problem: string): void =>
    report(context, nearest, { code, message: `message "${key}": ${problem}` });
  // schemas that only the envelope's own attributes refer to are no part of the contract
  const scratch: ModelContext = {
    ...context,
    findSchema: undefined,
    reached: new Map(),
    schemas: new Map(),
  };
  const built = headers.flatMap((part) => buildSchema(scratch, part) ?? []);
  buildReached(scratch);
  const layers = built.map((one) => resolve(scratch, one.schema));
  const schema = layers.slice(0, -1).reduceRight<unknown>(mergePatch, layers.at(-1));
  const properties = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
  const missing = requiredAttributes.filter((attribute) => !Object.hasOwn(properties, attribute));
  if (missing.length > 0) {
    const way = `declare ${missing.map((one) => `"${one}"`).join(", ")} of CloudEvents too, or move them into the payload`;
    refuse("headers-unsupported", `its headers cannot travel over Pusher; ${way}`);
    return undefined;
  }
  const invalid = Object.keys(properties).filter((attribute) => !isAttributeName(attribute));
  for (const attribute of invalid) {
    const problem = `"${attribute}" is not a name of a CloudEvents attribute; use lower-case letters and digits, and not "data"`;
    refuse("envelope-attribute-invalid", problem);
  }
  if (!allowsText(resolve(scratch, properties.specversion), "1.0")) {
    refuse(
      "envelope-specversion-unsupported",
      `its "specversion" is not "1.0"; write "const: '1.0'"`,
    );
  }
  const type = readType(resolve(scratch, properties.type), name);
  if (type === undefined) {
    refuse("envelope-type-ambiguous", `its "type" leaves open which; write one text as "const"`);
    return undefined;
  }
  const extensions = buildExtensions(built[0], schema as JsonSchemaObject, properties);
  if (extensions !== undefined) keepReached(context, scratch, extensions.schema);
  return { type, ...(extensions && { extensions }) };
}

/** `undefined` where it is not exactly one text. */
function readType(schema: unknown, fallback: string): string | undefined {
  if (!isObject(schema)) return fallback;
  const values = "const" in schema ? [schema.const] : (schema.enum ?? [fallback]);
  const [type, ...more] = Array.isArray(values) ? values : [];
  return typeof type === "string" && type !== "" && more.length === 0 ? type : undefined;
}

function allowsText(schema: unknown, text: string): boolean {
  if (!isObject(schema)) return schema !== false;
  if ("const" in schema) return schema.const === text;
  return Array.isArray(schema.enum) ? schema.enum.includes(text) : true;
}

function isAttributeName(name: string): boolean {
  return /^[a-z0-9]+$/.test(name) && name !== "data";
}

function buildExtensions(
  own: SchemaModel | undefined,
  schema: JsonSchemaObject,
  properties: Record<string, unknown>,
): SchemaModel | undefined {
  const rest = Object.entries(properties).filter(([name]) => !ownAttributes.has(name));
  if (own === undefined || rest.length === 0) return undefined;
  const names = new Set(rest.map(([name]) => name));
  const required = Array.isArray(schema.required) ? schema.required : [];
  return {
    id: own.id,
    origin: own.origin,
    schema: {
      properties: Object.fromEntries(rest),
      required: required.filter((name) => names.has(name)),
      type: "object",
    },
  };
}

/** The schema behind references; a schema as it stands where there are none. */
function resolve({ schemas }: ModelContext, schema: unknown): unknown {
  let current = schema;
  while (isObject(current) && typeof current.$ref === "string") {
    current = schemas.get(current.$ref)?.schema;
  }
  return current;
}

function keepReached(context: ModelContext, from: ModelContext, schema: JsonSchema): void {
  renameReferences(schema, (id) => {
    const place = from.reached.get(id);
    if (place !== undefined) context.reached.set(id, place);
    return id;
  });
}
