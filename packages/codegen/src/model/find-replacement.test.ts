import { describe, expect, it } from "vitest";
import { type ChannelInput, contractOf } from "../plan/contract.test.helper.ts";
import { findReplacements } from "./find-replacement.ts";

/** Replacements of the first channel's first message, as `channel.message`. */
function replacementsIn(channels: Readonly<Record<string, ChannelInput>>): readonly string[] {
  const model = contractOf({ channels });
  const [channel] = model.channels;
  const [message] = channel?.messages ?? [];
  if (!channel || !message) throw new Error("no message");
  return findReplacements({ channel, message }, model.channels).map(
    (found) => `${found.channel.key}.${found.message.key}`,
  );
}

interface Case {
  readonly title: string;
  readonly given: Readonly<Record<string, ChannelInput>>;
  readonly want: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: "the same key of the channel that replaces its own",
    given: {
      old: { deprecated: { use: "now" }, messages: { m: {} } },
      now: { messages: { m: {} } },
    },
    want: ["now.m"],
  },
  {
    title: "what replaces it in its own channel",
    given: { a: { messages: { m: { deprecated: { use: "n" } }, n: {} } } },
    want: ["a.n"],
  },
  {
    title: "what replaces it in the channel that replaces its own, rather than in its own",
    given: {
      old: { deprecated: { use: "now" }, messages: { m: { deprecated: { use: "n" } }, n: {} } },
      now: { messages: { n: {} } },
    },
    want: ["now.n"],
  },
  {
    title: "what replaces it in the one other channel that has it",
    given: { a: { messages: { m: { deprecated: { use: "n" } } } }, b: { messages: { n: {} } } },
    want: ["b.n"],
  },
  {
    title: "the end of a chain",
    given: {
      a: { deprecated: { use: "b" }, messages: { m: {} } },
      b: { deprecated: { use: "c" }, messages: { m: { deprecated: { use: "n" } } } },
      c: { messages: { n: {} } },
    },
    want: ["c.n"],
  },
  {
    title: "every candidate where channels share the key",
    given: {
      a: { messages: { m: { deprecated: { use: "n" } } } },
      b: { messages: { n: {} } },
      c: { messages: { n: {} } },
      d: { deprecated: {}, messages: { n: {} } },
    },
    want: ["b.n", "c.n"],
  },
  {
    title: "nothing for what is not deprecated",
    given: { a: { messages: { m: {} } } },
    want: [],
  },
  {
    title: "nothing where the contract names nothing",
    given: { a: { deprecated: { sunset: "2099-01-01" }, messages: { m: {} } } },
    want: [],
  },
  {
    title: "nothing where the channel that replaces its own has no such event",
    given: { a: { deprecated: { use: "b" }, messages: { m: {} } }, b: { messages: { n: {} } } },
    want: [],
  },
  {
    title: "nothing for two that name each other",
    given: {
      a: { messages: { m: { deprecated: { use: "n" } }, n: { deprecated: { use: "m" } } } },
    },
    want: [],
  },
];

describe("findReplacements", () => {
  it.each(cases)("answers $title", ({ given, want }) => {
    expect(replacementsIn(given)).toEqual(want);
  });
});
