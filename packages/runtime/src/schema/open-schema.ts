// A schema's twin in which every closed object is open.
import { union, unknown } from "zod/mini";
import { readingOf } from "./_define-schema.ts";
import type { ZodDefinition, ZodNode } from "./_zod-internals.ts";

const twins = /*#__PURE__*/ new WeakMap<ZodNode, ZodNode>();

/**
 * Answers the same schema without closedness in positive positions, and with the first match of a `oneOf` taken. Made
 * once for each schema. Checks are kept as they are, so what they hold (`not`, `if`, `contains`) stays exact.
 */
export function openSchema(schema: ZodNode): ZodNode {
  let twin = twins.get(schema);
  if (!twin) {
    twin = build(schema);
    twins.set(schema, twin);
  }
  return twin;
}

function build(schema: ZodNode): ZodNode {
  const reading = readingOf(schema);
  if (reading) return (reading.open?.(openSchema) ?? schema) as ZodNode;
  const { def, constr } = schema._zod;
  const parts = openParts(def);
  if (!parts) return schema;
  const isOneOf = def.inclusive === false && def.discriminator === undefined;
  if (!isOneOf) return new constr({ ...def, ...parts });
  return union(parts.options as never).check(
    ...((def.checks ?? []) as never[]),
  ) as unknown as ZodNode;
}

// `undefined` where the type holds no other schemas
function openParts(def: ZodDefinition): Partial<ZodDefinition> | undefined {
  switch (def.type) {
    case "object":
      return { shape: openShape(def.shape ?? {}), ...openCatchall(def.catchall) };
    case "union":
      return { options: def.options?.map(openSchema) ?? [], checks: def.checks ?? [] };
    case "intersection":
      return { left: open(def.left), right: open(def.right) };
    case "array":
      return { element: open(def.element) };
    case "tuple":
      return {
        items: def.items?.map(openSchema) ?? [],
        rest: def.rest ? openSchema(def.rest) : null,
      };
    case "record":
      return { valueType: open(def.valueType) };
    case "lazy":
      // zod keeps what the getter answered beside it
      return { getter: () => open(def.getter?.()), _cachedInner: undefined };
    case "pipe":
      return { out: open(def.out) };
    default:
      return def.innerType && { innerType: openSchema(def.innerType) };
  }
}

// behind getters, because a recursive schema refers to itself before its twin exists
function openShape(shape: Readonly<Record<string, ZodNode>>): Record<string, ZodNode> {
  const twin = {};
  for (const key of Object.keys(shape)) {
    Object.defineProperty(twin, key, { enumerable: true, get: () => open(shape[key]) });
  }
  return twin;
}

function openCatchall(catchall: ZodNode | undefined): Partial<ZodDefinition> {
  if (!catchall) return {};
  const closed = catchall._zod.def.type === "never";
  return { catchall: closed ? (unknown() as unknown as ZodNode) : openSchema(catchall) };
}

function open(schema: ZodNode | undefined): ZodNode {
  return openSchema(schema as ZodNode);
}
