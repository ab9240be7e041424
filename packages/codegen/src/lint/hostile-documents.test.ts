import fc from "fast-check";
import { expect, it } from "vitest";
import { head, loadText } from "../contract-text.test.helper.ts";
import { buildModel } from "../model/build-model.ts";
import { lintModel } from "./lint-model.ts";

const value = fc.jsonValue({ maxDepth: 3 });
const name = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString"));
const ref = fc.record({ $ref: fc.constantFrom("#/channels", "#/channels/a", "#", "#/x/y") });

function partial(...keys: readonly string[]): fc.Arbitrary<unknown> {
  return fc.dictionary(fc.constantFrom(...keys), fc.oneof(value, ref));
}

const message = partial("name", "payload", "headers", "traits", "examples", "$ref", "x-deprecated");
const channel = fc.oneof(
  value,
  ref,
  partial("address", "parameters", "messages", "title", "x-presence-member", "x-deprecated"),
  fc.record({ address: fc.string(), messages: fc.dictionary(name, message) }),
  fc.record({
    address: fc.constantFrom("presence-a-{p}", "{p}-{q}", "private-{p}"),
    parameters: fc.dictionary(
      name,
      fc.record({ "x-schema": fc.oneof(value, partial("type", "enum", "pattern")) }),
    ),
    messages: fc.dictionary(
      name,
      fc.record({
        payload: fc.oneof(value, ref),
        examples: fc.array(fc.record({ payload: value })),
      }),
    ),
  }),
);

it("ends every document in findings or a model, each finding with a place and a way out", async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, channel), async (channels) => {
      const text = JSON.stringify({
        asyncapi: "3.0.0",
        info: { title: "T", version: "1" },
        channels,
      });
      const document = await loadText({ "a.json": text });
      const { model, diagnostics } = buildModel(document);
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      expect(model === undefined).toBe(errors.length > 0);
      const all = [...document.diagnostics, ...diagnostics, ...(model ? lintModel(model) : [])];
      for (const { line, column, message: words } of all) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(words).toMatch(/^.+: .+; .+[^.]$/s);
      }
    }),
    { numRuns: 150 },
  );
});

// cause: ajv throws on a field that is named by half of a character
it("refuses a name that nothing can be judged by, with an example to judge", async () => {
  const text = `${head}channels: { a: { address: a, messages: { m: { payload: { properties: { "\\ud800": true } }, examples: [{ payload: {} }] } } } }\n`;
  const { model, diagnostics } = buildModel(await loadText(text));
  expect(model).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(["unsafe-name"]);
});
