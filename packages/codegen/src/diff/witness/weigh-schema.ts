// How much work judging by a schema may be.
import { schemaShapes } from "../../json-schema/schema-keywords.ts";
import type { ContractModel, JsonSchema } from "../../model/contract-model.ts";

/**
 * Counts the schemas on all ways through a schema, each as often as ways lead to it; what contains itself counts once
 * more. Schemas whose references multiply weigh millions, and judging by them takes as long.
 */
export function createScales({
  schemas,
}: Pick<ContractModel, "schemas">): (schema: JsonSchema) => number {
  const known = new Map<string, number>();
  const weigh = (schema: unknown): number => {
    if (typeof schema !== "object" || schema === null) return 1;
    const { $ref } = schema as { readonly $ref?: unknown };
    if (typeof $ref === "string") return weighReference($ref);
    const parts = Object.entries(schema).flatMap(([keyword, value]): unknown[] => {
      const shape = schemaShapes.get(keyword);
      if (shape === undefined) return [];
      return shape === "map" || Array.isArray(value) ? Object.values(value ?? {}) : [value];
    });
    return parts.reduce<number>((sum, part) => sum + weigh(part), 1);
  };
  const weighReference = (id: string): number => {
    const weight = known.get(id);
    if (weight !== undefined) return weight;
    known.set(id, 1);
    const found = weigh(schemas.get(id)?.schema);
    known.set(id, found);
    return found;
  };
  return weigh;
}
