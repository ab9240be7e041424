import { describe, expect, it } from "vitest";
import { head, modelFindings } from "../contract-text.test.helper.ts";

describe("what is deprecated", () => {
  it("may be replaced by what exists", async () => {
    const findings = await modelFindings(`${head}channels:
  old: { address: a, x-deprecated: { use: new }, messages: { m: { payload: true, x-deprecated: { use: n } } } }
  new:
    address: b
    messages:
      n: { payload: { type: object, properties: { a: { x-deprecated: { use: b.c } }, b: {} } } }
`);
    expect(findings).toEqual([]);
  });

  it("may be replaced by a field of another part of an allOf", async () => {
    const findings = await modelFindings(`${head}channels:
  a:
    address: a
    messages:
      m:
        payload:
          allOf:
            - { $ref: '#/components/schemas/base' }
            - { properties: { b: { x-deprecated: { use: a } }, c: { x-deprecated: { use: d } } } }
components: { schemas: { base: { allOf: [{ properties: { a: {} } }, { $ref: '#/components/schemas/base' }] } } }
`);
    expect(findings).toEqual([
      'contract.yaml:11:90 error replacement-unknown "c": is to be replaced by "d", which does not exist; did you mean "a"?',
    ]);
  });

  it("is not replaced by what does not exist", async () => {
    const findings = await modelFindings({
      "root.yaml": `${head}channels:
  old: { $ref: 'more.yaml#/old', x-deprecated: { use: newer } }
  new: { address: b }
`,
      "more.yaml": `old:
  address: a
  messages:
    m:
      x-deprecated: { use: new }
      payload: { type: object, properties: { street: { x-deprecated: { use: adress } }, address: {} } }
`,
    });
    expect(findings).toEqual([
      'more.yaml:6:77 error replacement-unknown "street": is to be replaced by "adress", which does not exist; did you mean "address"?',
      'root.yaml:4:55 error replacement-unknown channel "old": is to be replaced by "newer", which does not exist; name one that is there',
      'more.yaml:5:28 error replacement-unknown message "m": is to be replaced by "new", which does not exist; name one that is there',
    ]);
  });
});
