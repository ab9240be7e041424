import { describe, expect, it } from "vitest";
import { type ChannelFilter, filterChannels } from "./channel-filter.ts";
import { head, modelOf } from "./contract-text.test.helper.ts";

async function filter(given: ChannelFilter): Promise<readonly string[]> {
  const channels = "{ chat: { address: a }, chatRoom: { address: b }, offers: { address: c } }";
  const model = await modelOf(`${head}channels: ${channels}\n`);
  const { model: left, diagnostics } = filterChannels(model, given);
  return [...left.channels.map(({ key }) => key), ...diagnostics.map(({ message }) => message)];
}

describe("the channels of a contract", () => {
  it.each([
    { given: {}, want: ["chat", "chatRoom", "offers"] },
    { given: { include: ["chat"] }, want: ["chat"] },
    { given: { include: ["chat*"], exclude: ["*Room"] }, want: ["chat"] },
    { given: { exclude: ["*ff*"] }, want: ["chat", "chatRoom"] },
    {
      given: { include: ["offer"] },
      want: ['channels: none matches the filter "offer"; did you mean "offers"?'],
    },
  ])("are those that $given lets through", async ({ given, want }) => {
    expect(await filter(given)).toEqual(want);
  });
});
