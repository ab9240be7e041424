// The three readings of a generated schema against their oracles, for schemas of every keyword.
import { readStrictly, readTolerantly } from "@lockstep/runtime/schema";
import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluateSchema } from "./evaluate-schema.test.helper.ts";
import { verdictsOf } from "./oracles.test.helper.ts";
import { randomCase } from "./random-schema.test.helper.ts";

/** More by `CASES=100000`, others by `SEED=…`; a failure prints both. */
const numRuns = Number(process.env.CASES ?? 3000);
const seed = Number(process.env.SEED ?? 20_261_121);

it("judges as ajv does in each reading, whatever the schema", { timeout: 0 }, () => {
  let refused = 0;
  let judged = 0;
  let valid = 0;
  const property = fc.property(randomCase, ({ schema, definitions, values }) => {
    const { zod, judge, text, diagnostics } = evaluateSchema(schema, definitions);
    if (zod === undefined || judge === undefined) {
      refused += 1;
      expect(diagnostics).not.toHaveLength(0);
      return;
    }
    const want = verdictsOf(schema, definitions);
    for (const value of values) {
      judged += 1;
      const expected = {
        exact: want.exact(value),
        strict: want.strict(value),
        tolerant: want.tolerant(value),
      };
      if (expected.exact) valid += 1;
      const got = {
        exact: judge(value),
        strict: readStrictly(zod, value).success,
        tolerant: readTolerantly(zod, value).success,
      };
      expect({ text, value, ...got }).toEqual({ text, value, ...expected });
    }
  });
  fc.assert(property, {
    numRuns,
    seed,
    interruptAfterTimeLimit: Number(process.env.LIMIT ?? 20_000),
  });
  if (process.env.CASES)
    process.stdout.write(`${JSON.stringify({ numRuns, judged, valid, refused })}\n`);
  expect(valid).toBeGreaterThan(judged / 5);
});
