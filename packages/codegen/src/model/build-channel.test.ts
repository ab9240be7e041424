import { describe, expect, it } from "vitest";
import { head, modelFindings, modelOf } from "../contract-text.test.helper.ts";

const withChannel = (text: string): string => `${head}channels:\n  room: ${text}\n`;

describe("a channel", () => {
  it.each([
    { title: "no words", given: "{ address: a }", want: undefined },
    { title: "a title", given: "{ address: a, title: T }", want: "T" },
    { title: "a summary before a title", given: "{ address: a, title: T, summary: S }", want: "S" },
    {
      title: "a description",
      given: "{ address: a, title: T, description: 'D ' }",
      want: "T\n\nD",
    },
    { title: "the same words twice", given: "{ address: a, title: T, description: T }", want: "T" },
  ])("is described by $title", async ({ given, want }) => {
    const { channels } = await modelOf(withChannel(given));
    expect(channels[0]?.description).toBe(want);
  });

  it.each([
    {
      title: "no address",
      given: "{}",
      want: 'contract.yaml:4:3 error address-missing channel "room": has no address; write the name of the channel, such as "private-user-{userId}"',
    },
    {
      title: "the address null",
      given: "{ address: null }",
      want: 'contract.yaml:4:20 error address-missing channel "room": has the address "null"; write the name of the channel, such as "private-user-{userId}"',
    },
    {
      title: "members without presence",
      given: "{ address: private-room, x-presence-member: { type: object } }",
      want: 'contract.yaml:4:34 error presence-member-misplaced channel "room": "x-presence-member" describes members, and only presence channels have them; remove it, or begin the address with "presence-"',
    },
  ])("is refused with $title", async ({ given, want }) => {
    expect(await modelFindings(withChannel(given))).toEqual([want]);
  });

  it("may not have a name that no object can carry", async () => {
    expect(
      await modelFindings(
        `${head}channels:\n  __proto__: { address: a }\n  constructor: { address: b }\n`,
      ),
    ).toEqual([
      'contract.yaml:4:3 error name-reserved "__proto__": the name means something else to JavaScript; choose another',
    ]);
  });
});
