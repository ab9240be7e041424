import { expect, it } from "vitest";
import { head, modelFindings } from "../contract-text.test.helper.ts";

const document = (parameter: string, message: string): string =>
  `${head}channels:
  room:
    address: a-{p}
    parameters: { p: { $ref: '#/components/parameters/p', ${parameter} } }
    messages: { m: { $ref: '#/components/messages/m', ${message} } }
components: { parameters: { p: {} }, messages: { m: { payload: true } } }
`;

// cause: a name beside a $ref was passed over, and the message had another on the wire
it("warns of words beside a $ref that nobody reads", async () => {
  const message = (written: string): string =>
    `warning ref-siblings-ignored "${written}": ignored beside a $ref; write it where the $ref leads`;
  expect(await modelFindings(document("enum: [a]", "name: other, payload: {}"))).toEqual([
    `contract.yaml:6:59 ${message("enum")}`,
    `contract.yaml:7:61 ${message("name")}`,
    `contract.yaml:7:68 ${message("payload")}`,
  ]);
});

it("warns of them beside a channel's too", async () => {
  const text = `${head.replace("3.0.0", "2.6.0")}channels:
  room: { $ref: '#/components/channels/room', publish: { message: { payload: true } } }
components: { channels: { room: {} } }
`;
  expect(await modelFindings(text)).toEqual([
    'contract.yaml:4:47 warning ref-siblings-ignored "publish": ignored beside a $ref; write it where the $ref leads',
  ]);
});

it("takes what is read there", async () => {
  const text = document("x-owner: a", "deprecated: true, x-deprecated: {}");
  expect(await modelFindings(text)).toEqual([]);
});
