import { parseChannelName } from "@lockstep/runtime";
import fc from "fast-check";
import { Words } from "refa";
import { describe, expect, it } from "vitest";
import { head, modelOf } from "../contract-text.test.helper.ts";
import type { ChannelModel } from "../model/contract-model.ts";
import { findSharedNames, nameLanguageOf } from "./name-language.ts";

async function channelOf(
  address: string,
  schemas: Record<string, object> = {},
): Promise<ChannelModel> {
  const parameters = Object.fromEntries(
    [...address.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
      const schema = schemas[name];
      return [name, schema ? { "x-schema": schema } : {}];
    }),
  );
  const channels = JSON.stringify({ a: { address, parameters } });
  const [channel] = (await modelOf(`${head}channels: ${channels}\n`)).channels;
  if (channel === undefined) throw new Error("no channel");
  return channel;
}

const slug = { type: "string", pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$", maxLength: 8 };

describe("the names of a channel", () => {
  it.each([
    { address: "a-{p}", schemas: {} },
    { address: "{p}-{q}", schemas: { p: slug, q: { type: "integer" } } },
    { address: "private-{p}", schemas: { p: slug } },
    { address: "{p}", schemas: { p: { type: "string", pattern: "b" } } },
    { address: "{p}.x", schemas: { p: { type: "string", pattern: "a$", minLength: 2 } } },
    { address: "a{p}", schemas: { p: { type: "string", enum: ["b", "-1", "é"] } } },
    { address: "a{p}", schemas: { p: { type: "integer", minimum: -1, maximum: 12 } } },
  ])("of $address are those that the runtime reads", async ({ address, schemas }) => {
    const channel = await channelOf(address, schemas);
    const language = nameLanguageOf(channel);
    const parameters = Object.fromEntries(channel.parameters.map((p) => [p.name, p.constraint]));
    const parts = ["a", "b", "-", ".", "1", "0", "private-", "cache-", "encrypted-", "é", ":"];
    const names = fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((all) => all.join(""));
    fc.assert(
      fc.property(names, (name) => {
        const isRead =
          parseChannelName({ key: "a", address, parameters } as never, name) !== undefined;
        expect({ name, isName: language.test(Words.fromStringToUnicode(name)) }).toEqual({
          name,
          isName: isRead,
        });
      }),
      { numRuns: 400 },
    );
  });
});

describe("a name that two channels share", () => {
  it.each([
    { a: "x-{p}", b: "{p}-y", want: ["x-y"] },
    { a: "room-{p}", b: "room-{q}-chat", want: ["room-A-chat"] },
    { a: "private-{p}", b: "private-encrypted-{p}", want: [] },
    { a: "{p}", b: "private-{p}", want: [] },
    { a: "a.{p}", b: "b.{p}", want: [] },
  ])("of $a and $b: $want", async ({ a, b, want }) => {
    const [one, other] = [await channelOf(a), await channelOf(b)];
    expect(findSharedNames(nameLanguageOf(one), nameLanguageOf(other))).toEqual(want);
  });

  it("obeys the rules of the parameters", async () => {
    const low = await channelOf("n{p}", { p: { type: "integer", minimum: 1, maximum: 99 } });
    const high = await channelOf("n{p}", { p: { type: "integer", minimum: 100 } });
    const both = await channelOf("n{p}", { p: { type: "integer", minimum: 99, maximum: 100 } });
    const languages = [low, high, both].map(nameLanguageOf);
    const [a, b, c] = languages;
    if (!a || !b || !c) throw new Error("no language");
    expect(findSharedNames(a, b)).toEqual([]);
    expect(findSharedNames(a, c)).toEqual(["n99"]);
    expect(findSharedNames(b, c)).toEqual(["n100"]);
  });
});
