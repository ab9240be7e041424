import { describe, expect, it } from "vitest";
import { type Files, head, lines, loadText } from "../contract-text.test.helper.ts";
import { createValidator } from "./create-validator.ts";
import { validateDocument } from "./validate-document.ts";

async function findings(given: string | Files): Promise<string[]> {
  return lines(await validateDocument(await loadText(given), createValidator().run));
}

describe("the parser's findings", () => {
  it("stand where the fault is written, also behind a $ref", async () => {
    const given = {
      "docs/root.yaml": `${head}channels: { a: { $ref: '../two words.yaml#/a' }, b: { address: 5 } }\noperations: { o: { action: send, channel: { $ref: '#/channels/a' } } }\n`,
      "two words.yaml":
        "a: { address: x, unknown: 1, messages: { m: { $ref: '#/m' } } }\nm:\n  name: 5\n",
    };
    expect(await findings(given)).toEqual([
      'docs/root.yaml:3:64 error asyncapi-invalid channels.b.address: "address" property type must be string,null; see the AsyncAPI specification',
      'two words.yaml:1:27 error asyncapi-invalid a.unknown: property "unknown" is not expected to be here; see the AsyncAPI specification',
      'two words.yaml:3:9 error asyncapi-invalid m.name: "name" property type must be string; see the AsyncAPI specification',
    ]);
  });

  it("are told once, with the way out of a parameter's words", async () => {
    const given = `${head}channels: { a: { address: 'a-{p}-{q}', parameters: { p: { pattern: '^a$' }, q: { schema: {} } } } }
components: { messages: { m: { traits: [{ name: a }, { payload: true }] } } }\n`;
    expect(await findings(given)).toEqual([
      'contract.yaml:3:68 error asyncapi-invalid channels.a.parameters.p.pattern: property "pattern" is not expected to be here; write it under "x-schema", with a type',
      'contract.yaml:3:82 error asyncapi-invalid channels.a.parameters.q.schema: property "schema" is not expected to be here; write it as "x-schema"',
      'contract.yaml:4:65 error asyncapi-invalid components.messages.m.traits.1.payload: property "payload" is not expected to be here; see the AsyncAPI specification',
    ]);
  });

  it("are about faults, not about taste", async () => {
    expect(await findings(`${head}channels: { a: { address: a } }\n`)).toEqual([]);
  });

  // cause: a rule whose schema does not compile finds nothing, in silence
  it.each(["2.0.0", "2.1.0", "2.2.0", "2.3.0", "2.4.0", "2.5.0", "2.6.0", "3.0.0", "3.1.0"])(
    "are made by AsyncAPI %s, bindings left to their brokers",
    async (version) => {
      const given = `asyncapi: ${version}
info: { title: t, version: 1.0.0, unknown: 1 }
channels: { a: { bindings: { kafka: { topic: 5 } } } }
`;
      expect(await findings(given)).toEqual([
        'contract.yaml:2:44 error asyncapi-invalid info.unknown: property "unknown" is not expected to be here; see the AsyncAPI specification',
      ]);
    },
  );

  it("leave schemas, extensions and examples to the model", async () => {
    const given = `${head}channels:
  a:
    address: a
    x-presence-member: { type: strin }
    messages:
      m:
        payload: { type: strin }
        headers: { type: strin }
        examples: [{ payload: { $ref: 'https://example.com/x.json' } }]
components: { schemas: { s: { type: strin } } }
`;
    expect(await findings(given)).toEqual([]);
  });

  it("take a message among schemas for one", async () => {
    const given = `asyncapi: 2.4.0
info: { title: t, version: 1.0.0 }
channels: { a: { publish: { message: { $ref: '#/components/schemas/m' } } } }
components: { schemas: { m: { name: m, payload: { type: string } } } }
`;
    expect(await findings(given)).toEqual([]);
    expect(await findings(given.replace("name: m", "name: 5"))).toEqual([
      'contract.yaml:4:37 error asyncapi-invalid components.schemas.m.name: "name" property type must be string; see the AsyncAPI specification',
    ]);
  });

  it("tell a fault of a component's message without the other form", async () => {
    const given = `asyncapi: 2.4.0
info: { title: t, version: 1.0.0 }
channels: { a: { publish: { message: { $ref: '#/components/messages/m' } } } }
components: { messages: { m: { payload: true, examples: [{ Named: {}, payload: {} }] } } }
`;
    expect(await findings(given)).toEqual([
      'contract.yaml:4:60 error asyncapi-invalid components.messages.m.examples.0.Named: property "Named" is not expected to be here; see the AsyncAPI specification',
    ]);
  });

  it("are those of one document only", async () => {
    const one = {
      "a.yaml": `${head}channels: { a: { $ref: 'b.yaml' } }\n`,
      "b.yaml": "address: 5\n",
    };
    const two = {
      "a.yaml": `${head}channels: { a: { $ref: 'b.yaml' } }\n`,
      "b.yaml": "address: a\n",
    };
    expect(await findings(one)).toHaveLength(1);
    expect(await findings(two)).toEqual([]);
  });
});

it("takes no longer where schemas share what they refer to", async () => {
  const level = (i: number): string => {
    const next = `{ $ref: '#/components/schemas/s${i + 1}' }`;
    return `s${i}: { properties: { a: ${next}, b: ${next}, c: ${next} } }`;
  };
  const schemas = Array.from({ length: 40 }, (_, i) => level(i)).join(", ");
  const given = `${head}channels: { a: { address: a, messages: { m: { payload: { $ref: '#/components/schemas/s0' } } } } }
components: { schemas: { ${schemas}, s40: {} } }
`;
  expect(await findings(given)).toEqual([]);
});
