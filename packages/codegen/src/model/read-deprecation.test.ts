import { describe, expect, it } from "vitest";
import { head, modelFindings, modelOf } from "../contract-text.test.helper.ts";

const withChannel = (channel: string, components = "{}"): string =>
  `${head}channels: { room:\n ${channel}, other: { address: b } }\ncomponents: ${components}\n`;

const target = "{ channels: { a: { address: a, x-deprecated: { since: behind } } } }";

describe("deprecation", () => {
  it.each([
    { title: "nothing", given: "{ address: a }", want: undefined },
    { title: "an empty map", given: "{ address: a, x-deprecated: {} }", want: {} },
    {
      title: "all that is known",
      given: "{ address: a, x-deprecated: { since: 1.0.0, sunset: 2027-06-30, use: other } }",
      want: { since: "1.0.0", sunset: "2027-06-30", use: "other" },
    },
    {
      title: "what stands behind a $ref",
      given: "{ $ref: '#/components/channels/a' }",
      want: { since: "behind" },
    },
    {
      title: "what stands beside a $ref, before what is behind it",
      given: "{ $ref: '#/components/channels/a', x-deprecated: { since: beside } }",
      want: { since: "beside" },
    },
  ])("is $title", async ({ given, want }) => {
    const model = await modelOf(withChannel(given, target));
    expect(model.channels[1]?.deprecated).toEqual(want);
  });

  it("of a message may be AsyncAPI's flag", async () => {
    const model = await modelOf(
      withChannel("{ address: a, messages: { m: { payload: true, deprecated: true } } }"),
    );
    expect(model.channels[1]?.messages[0]?.deprecated).toEqual({});
  });

  it.each([
    {
      given: "true",
      want: '4:30 … "x-deprecated": not a map; write { since, sunset, use }, each of them optional',
    },
    {
      given: "{ since: 1 }",
      want: '4:39 … "x-deprecated.since": "1" is not text; put it in quotes',
    },
    {
      given: "{ sunset: 2027-02-30 }",
      want: '4:40 … "x-deprecated.sunset": "2027-02-30" is not a day; write it as "2027-06-30"',
    },
    {
      given: "{ sunset: soon }",
      want: '4:40 … "x-deprecated.sunset": "soon" is not a day; write it as "2027-06-30"',
    },
    {
      given: "{ until: a }",
      want: '4:39 … "x-deprecated.until": unknown key; only since, sunset and use mean something',
    },
  ])("cannot be $given", async ({ given, want }) => {
    const [place = "", message = ""] = want.split(" … ");
    const text = withChannel(`{ address: a, x-deprecated: ${given} }`);
    expect(await modelFindings(text)).toEqual([
      `contract.yaml:${place} error deprecation-invalid ${message}`,
    ]);
  });
});
