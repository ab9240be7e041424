import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../model/contract-model.ts";
import { contractOf } from "./contract.test.helper.ts";
import { planContract } from "./plan-contract.ts";

/** Names of the interfaces inside a payload, in the order of the file. */
function namesOf(payload: JsonSchema): readonly string[] {
  const channels = { orders: { messages: { pay: { payload } } } };
  const { plan, diagnostics } = planContract(contractOf({ channels }));
  expect(diagnostics).toEqual([]);
  return plan?.types[0]?.parts.map(({ typeName }) => typeName) ?? [];
}

function arm(values: Record<string, unknown>, required = Object.keys(values)): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? { enum: value } : value === undefined ? {} : { const: value },
    ]),
  );
  return { type: "object", properties, required };
}

/** Arms with one field, `kind`, of these values. */
function kinds(...values: readonly unknown[]): JsonSchema {
  return { oneOf: values.map((kind) => arm({ kind })) };
}

describe("members of a union are named", () => {
  it.each<[string, JsonSchema, readonly string[]]>([
    ["by the value of a constant", kinds("card", "bank-transfer"), ["PayCard", "PayBankTransfer"]],
    ["by several values", kinds(["card", "iban"], "cash"), ["PayCardOrIban", "PayCash"]],
    [
      "by the field and a value that is no word",
      kinds(1, true, "2.0"),
      ["PayKind1", "PayKindTrue", "PayKind20"],
    ],
    [
      "with numbers where words are the same",
      kinds("card", "Card", "CARD"),
      ["PayCard", "PayCard2", "PayCARD3"],
    ],
    [
      "by a required field before another",
      { oneOf: [arm({ a: 1, z: "x" }, ["z"]), arm({ a: 2, z: "y" }, ["z"])] },
      ["PayX", "PayY"],
    ],
    [
      "by a field that nobody requires, where there is no other",
      { oneOf: [arm({ a: "x" }, []), arm({ a: "y" }, [])] },
      ["PayX", "PayY"],
    ],
    [
      "by the field that discriminator names before another",
      { discriminator: "z", oneOf: [arm({ a: "one", z: "x" }), arm({ a: "two", z: "y" })] },
      ["PayX", "PayY"],
    ],
    [
      "by the field that OpenAPI's map names",
      {
        discriminator: { propertyName: "z" },
        oneOf: [arm({ a: "one", z: "x" }), arm({ a: "two", z: "y" })],
      },
      ["PayX", "PayY"],
    ],
    [
      "by the first by name where discriminator names nothing that tells them apart",
      { discriminator: "no", oneOf: [arm({ a: "one", z: "x" }), arm({ a: "two", z: "y" })] },
      ["PayOne", "PayTwo"],
    ],
    [
      "by what they alone require",
      {
        oneOf: [arm({ iban: undefined, id: undefined }), arm({ id: undefined, number: undefined })],
      },
      ["PayWithIban", "PayWithNumber"],
    ],
    [
      "by their number where nothing else tells them apart",
      { anyOf: [arm({ a: undefined }, []), arm({ b: undefined }, [])] },
      ["PayOption1", "PayOption2"],
    ],
    [
      "one by one: what one is not told by does not change the others",
      { oneOf: [arm({ kind: "🎉" }), arm({ kind: "card" }), arm({ kind: "", iban: undefined })] },
      ["PayOption1", "PayCard", "PayWithIban"],
    ],
    [
      "by words that JavaScript or a file would read otherwise",
      kinds(
        "constructor",
        "__proto__",
        "*/",
        ["$", "{x}"].join(""),
        "\u2028",
        'it\'s "so"',
        "\ud800a",
        "x".repeat(99),
      ),
      [
        "PayConstructor",
        "PayProto",
        "PayOption3",
        "PayX",
        "PayOption5",
        "PayItSSo",
        "PayA",
        "PayOption8",
      ],
    ],
    [
      "as in the type, where unions stand in unions",
      { oneOf: [kinds("card", "cash"), arm({ kind: "iban" })] },
      ["PayCard", "PayCash", "PayIban"],
    ],
    [
      "by what they are, a single object in place of its owner",
      { oneOf: [arm({ id: undefined }), { type: "null" }] },
      ["PayObject"],
    ],
    [
      "by nothing, a single object in a field",
      {
        type: "object",
        properties: { by: { anyOf: [arm({ id: undefined }), { type: "string" }] } },
      },
      ["PayBy"],
    ],
    [
      "by their place in a list",
      { anyOf: [arm({ id: undefined }), { type: "array", items: arm({ id: undefined }) }] },
      ["PayObject", "PayItem"],
    ],
  ])("%s", (_, payload, names) => {
    expect(namesOf(payload)).toEqual(names);
  });

  it("alike, in whatever order their fields are written", () => {
    const payload = (keys: readonly string[]): JsonSchema => ({
      oneOf: ["x", "y"].map((value) =>
        arm(Object.fromEntries(keys.map((key) => [key, key + value]))),
      ),
    });
    expect(namesOf(payload(["b", "a"]))).toEqual(namesOf(payload(["a", "b"])));
  });
});

describe("a schema that is a message's whole payload", () => {
  it("has Payload behind its name where the message has that name", () => {
    const $ref = "contract.yaml#/components/schemas/pay";
    const channels = {
      orders: {
        messages: { pay: { payload: { $ref } }, other: { payload: { $ref: `${$ref}er` } } },
      },
    };
    const schemas = { [$ref]: { type: "object" }, [`${$ref}er`]: { type: "object" } };
    const { plan } = planContract(contractOf({ channels, schemas }));
    expect(plan?.types.map(({ typeName }) => typeName)).toEqual([
      "Other",
      "Pay",
      "PayPayload",
      "Payer",
    ]);
    expect(plan?.types[2]).toMatchObject({
      schemaName: "payPayloadSchema",
      role: "Judges values of `PayPayload`.",
    });
  });
});
