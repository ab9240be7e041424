// The channels of two contracts: which became which, and what is new or gone.
import type { ChannelModel } from "../model/contract-model.ts";
import { compareAddress } from "./compare-address.ts";
import { compareDeprecation } from "./compare-deprecation.ts";
import { compareMembers } from "./compare-members.ts";
import { compareMessages } from "./compare-messages.ts";
import { compareOperations } from "./compare-operations.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareWords } from "./compare-words.ts";
import type { Comparison } from "./finding.ts";
import { matchChannels } from "./match-channels.ts";
import { createMemory, type DiffMemory } from "./schema/session.ts";
import { createWitness } from "./witness/create-witness.ts";

export interface ChannelPair {
  readonly before: ChannelModel;
  readonly after: ChannelModel;
}

export function compareChannels(comparison: Comparison): void {
  const schemas = createMemory(comparison);
  const memory = { ...schemas, findWitness: createWitness(comparison, schemas) };
  const { pairs, added, removed } = matchChannels(
    comparison.before.channels,
    comparison.after.channels,
  );
  for (const pair of pairs) compareChannel(comparison, pair, memory);
  for (const channel of added) {
    const subject = `channel "${channel.key}"`;
    comparison.report({ rule: "channel-added", subject, detail: "added", after: channel.origin });
  }
  for (const channel of removed) reportRemoved(comparison, channel);
}

function compareChannel(comparison: Comparison, pair: ChannelPair, memory: DiffMemory): void {
  const { before, after } = pair;
  const subject = `channel "${before.key}"`;
  const places = { before: before.origin, after: after.origin };
  if (before.key !== after.key) {
    const detail = `its key became "${after.key}"`;
    comparison.report({ rule: "channel-key-renamed", subject, detail, ...places });
  }
  compareAddress(comparison, pair);
  compareParameters(comparison, pair);
  compareDeprecation(comparison, { ...pair, subject, word: "channel" });
  compareWords(comparison, { ...pair, subject });
  compareOperations(comparison, pair);
  compareMembers(comparison, pair, memory);
  compareMessages(comparison, pair, memory);
}

function reportRemoved(comparison: Comparison, channel: ChannelModel): void {
  const { after } = comparison;
  const { key, sunset } = latestSunset(channel);
  const isEarly = sunset !== undefined && comparison.today <= sunset;
  const whose = key === undefined ? "its sunset" : `the sunset of "${key}"`;
  const early = isEarly ? ` before ${whose}, ${sunset}` : "";
  comparison.report({
    rule: "channel-removed",
    subject: `channel "${channel.key}"`,
    detail: `removed${early}`,
    before: channel.origin,
    around: after.locate({ file: after.file, pointer: "", line: 1, column: 1 }, "/channels"),
    ...(isEarly && { needsOverride: true, advice: "keep it until its sunset" }),
  });
}

/** The last day that it, or one of its events, was promised to stay. */
function latestSunset({ deprecated, messages }: ChannelModel): {
  readonly key?: string;
  readonly sunset?: string | undefined;
} {
  const promises = [
    { sunset: deprecated?.sunset },
    ...messages.map((message) => ({ key: message.key, sunset: message.deprecated?.sunset })),
  ];
  return promises.reduce((one, two) => ((two.sunset ?? "") > (one.sunset ?? "") ? two : one));
}
