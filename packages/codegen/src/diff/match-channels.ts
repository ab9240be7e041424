// Which channel became which: by key and address, by what it carries where two were swapped, then by either alone.
import type { ChannelModel } from "../model/contract-model.ts";
import { shapeBehindPrefix, shapeOf } from "./addresses.ts";
import type { ChannelPair } from "./compare-channels.ts";
import { groupBy } from "./group-by.ts";

export interface ChannelMatch {
  readonly pairs: readonly ChannelPair[];
  readonly added: readonly ChannelModel[];
  readonly removed: readonly ChannelModel[];
}

type IsPair = (before: ChannelModel, after: ChannelModel) => boolean;

/** Each channel is in one pair at most; a rename of the key, or of the address, is a pair. */
export function matchChannels(
  before: readonly ChannelModel[],
  after: readonly ChannelModel[],
): ChannelMatch {
  const pairs: ChannelPair[] = [];
  const removed = new Set(before);
  const added = new Set(after);
  const match = (keyOf: (channel: ChannelModel) => string, isPair: IsPair = () => true): void => {
    const byKey = groupBy(added, keyOf);
    for (const one of removed) {
      const two = byKey.get(keyOf(one))?.find((other) => added.has(other) && isPair(one, other));
      if (two === undefined) continue;
      pairs.push({ before: one, after: two });
      removed.delete(one);
      added.delete(two);
    }
  };
  const byKey = new Map(after.map((channel) => [channel.key, channel]));
  match(({ key, address }) => JSON.stringify([key, shapeOf(address)]));
  // keys that were swapped: the address carries on as it did, and the key does not
  match(
    ({ address }) => shapeOf(address),
    (one, two) => {
      const namesake = byKey.get(one.key);
      return namesake !== undefined && carriesSame(one, two) && !carriesSame(one, namesake);
    },
  );
  match(({ key }) => key);
  match(({ address }) => shapeOf(address));
  // one that anybody may read now is found also where its key, made of the address, differs
  match(({ address }) => shapeBehindPrefix(address), shareNames);
  return { pairs, added: [...added], removed: [...removed] };
}

function carriesSame(one: ChannelModel, two: ChannelModel): boolean {
  const names = (channel: ChannelModel): string =>
    JSON.stringify(channel.messages.map(({ name }) => name).sort());
  return names(one) === names(two);
}

function shareNames(one: ChannelModel, two: ChannelModel): boolean {
  const names = new Set(two.messages.map(({ name }) => name));
  return one.messages.some(({ name }) => names.has(name));
}
