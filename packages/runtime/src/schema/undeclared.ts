// Fields that are required, but declared nowhere.
import { unknown, type ZodMiniUnknown } from "zod/mini";
import type { ZodNode } from "./_zod-internals.ts";

const all = /*#__PURE__*/ new WeakSet<ZodNode>();

/** Any value, of a field that `required` names and nothing declares: the strict reading refuses it. */
export function undeclared(): ZodMiniUnknown {
  const schema = unknown();
  all.add(schema as unknown as ZodNode);
  return schema;
}

export function isUndeclared(schema: ZodNode): boolean {
  return all.has(schema);
}
