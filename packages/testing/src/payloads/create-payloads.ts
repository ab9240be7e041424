// Valid payloads that explore a schema's edges, and invalid ones that miss it by one thing; the same for the same seed.
import {
  type ContractModel,
  type JsonSchema,
  judgeValues,
  openSchema,
  openSchemas,
  type SchemaModel,
} from "@lockstep/codegen/contract";
import fc from "fast-check";
import { createMake } from "./make-schema.ts";
import { distinct, type Gap, type NearMiss } from "./maker.ts";

export interface PayloadOptions {
  /** What the random ones follow from. @default 1 */
  readonly seed?: number | undefined;
  /** Random payloads beside those at the edges. @default 20 */
  readonly random?: number | undefined;
}

/** A payload that is wrong in one thing. */
export interface InvalidPayload extends NearMiss {
  /** Whether a subscriber refuses it too: a field that is not declared stops a publisher alone. */
  readonly refusedBySubscriber: boolean;
}

export interface Payloads {
  /** Judged valid by the contract's JSON Schema; an ordinary one first, each one once. */
  readonly valid: readonly unknown[];
  /** Judged invalid by the same, except for fields that the schema neither declares nor refuses in words. */
  readonly invalid: readonly InvalidPayload[];
  /** Parts for which nothing could be made; where `valid` is empty, one of them is why. */
  readonly gaps: readonly Gap[];
}

/** Creates a function that makes payloads for the schemas of one contract. */
export function createPayloads(
  { schemas }: Pick<ContractModel, "schemas">,
  { seed = 1, random = 20 }: PayloadOptions = {},
): (schema: Pick<SchemaModel, "schema">) => Payloads {
  const accepts = createVerdict(schemas);
  const acceptsOpen = createVerdict(openSchemas(schemas));
  return ({ schema }) => {
    const gaps: Gap[] = [];
    const make = createMake(schemas);
    const maker = make(schema, {
      pointer: "",
      entered: new Map(),
      resolve: (id) => schemas.get(id)?.schema,
      accepts,
      onGap: (gap) => gaps.push(gap),
      make,
      seed,
    });
    if (!maker) {
      const problem = "no value of this schema ends: each leads back to itself";
      return { valid: [], invalid: [], gaps: gaps.length > 0 ? gaps : [{ pointer: "", problem }] };
    }
    const drawn = fc.sample(maker.random, { seed, numRuns: random });
    const open = openSchema(schema);
    return {
      valid: distinct([...maker.edges, ...drawn.filter((value) => accepts(schema, value))]),
      invalid: maker.misses.map(({ value, pointer, fault }) => ({
        ...{ value, pointer, fault },
        refusedBySubscriber: !acceptsOpen(open, value),
      })),
      gaps,
    };
  };
}

type Verdict = (schema: JsonSchema, value: unknown) => boolean;

/** Each schema is compiled once, when it is first asked. */
function createVerdict(schemas: ReadonlyMap<string, SchemaModel>): Verdict {
  const judgeOf = judgeValues({ schemas });
  const judges = new Map<string, ReturnType<typeof judgeOf>>();
  return (schema, value) => {
    const text = JSON.stringify(schema);
    const judge = judges.get(text) ?? judgeOf({ schema });
    judges.set(text, judge);
    return judge(value).length === 0;
  };
}
