// A schema with the place that it stands at, and what several of them ask at once.

import { appendPointer } from "../../load/json-pointer.ts";
import type { ContractModel, JsonSchema, Origin, SchemaModel } from "../../model/contract-model.ts";

/** A part of a schema, where it is written. */
export interface Located {
  readonly schema: JsonSchema;
  /** Place of the schema that it is a part of. */
  readonly origin: Origin;
  /** From there. */
  readonly pointer: string;
}

/** Schemas that one value must match at once; none of them asks for anything where there are none. */
export type Node = readonly Located[];

export function locatedOf({ schema, origin }: SchemaModel): Located {
  return { schema, origin, pointer: "" };
}

/** The part of a schema under some keys. */
export function partOf(located: Located, schema: unknown, ...keys: readonly string[]): Located {
  const pointer = appendPointer(located.pointer, ...keys);
  return { origin: located.origin, pointer, schema: schema as JsonSchema };
}

export function idOfLocated({ origin, pointer }: Located): string {
  return `${origin.file}#${origin.pointer}${pointer}`;
}

/** The same for nodes that ask for the same schemas at the same places. */
export function keyOfNode(node: Node): string {
  return [...new Set(node.map(idOfLocated))].sort().join(" ");
}

/** The place of a keyword of a schema; of the schema where there is none. */
export function placeOf(model: ContractModel, located: Located, ...keys: string[]): Origin {
  return model.locate(located.origin, appendPointer(located.pointer, ...keys));
}

/** The schemas that references lead to. */
export function behindReferences(node: Node, { schemas }: Pick<ContractModel, "schemas">): Node {
  return node.map((written) => {
    let located = written;
    // a reference that leads to itself is none that ends
    for (let left = 100; left > 0; left -= 1) {
      const { schema } = located;
      const target =
        typeof schema === "object" && schema.$ref !== undefined && schemas.get(schema.$ref);
      if (!target) return located;
      located = { schema: target.schema, origin: target.origin, pointer: "" };
    }
    return located;
  });
}
