// Which event of a channel became which: by key and wire name, by payload where two were swapped, then by either alone.
import type { ChannelModel, MessageModel } from "../model/contract-model.ts";
import { groupBy } from "./group-by.ts";
import { createNearNames } from "./near-names.ts";

export interface MessagePair {
  readonly before: MessageModel;
  readonly after: MessageModel;
}

export interface MessageMatch {
  readonly pairs: readonly MessagePair[];
  readonly added: readonly MessageModel[];
  readonly removed: readonly MessageModel[];
}

/** Each event is in one pair at most; a rename of the key, of the wire name or of both is a pair. */
export function matchMessages(
  before: ChannelModel,
  after: ChannelModel,
  isSamePayload: (pair: MessagePair) => boolean,
): MessageMatch {
  const pairs: MessagePair[] = [];
  const removed = new Set(before.messages);
  const added = new Set(after.messages);
  const match = (
    isPair: (pair: MessagePair) => boolean,
    candidates: (one: MessageModel) => readonly MessageModel[],
  ): void => {
    for (const one of removed) {
      const two = candidates(one).find(
        (other) => added.has(other) && isPair({ before: one, after: other }),
      );
      if (two === undefined) continue;
      pairs.push({ before: one, after: two });
      removed.delete(one);
      added.delete(two);
    }
  };
  const byKey = new Map(after.messages.map((message) => [message.key, message]));
  const byName = groupBy(after.messages, ({ name }) => name);
  const namesake = ({ key }: MessageModel): readonly MessageModel[] => {
    const found = byKey.get(key);
    return found ? [found] : [];
  };
  const sameName = ({ name }: MessageModel): readonly MessageModel[] => byName.get(name) ?? [];
  match((pair) => pair.before.name === pair.after.name, namesake);
  // keys that were swapped: the wire name carries on as it did, and the key does not
  match((pair) => {
    const [other] = namesake(pair.before);
    const isSwapped = other !== undefined && !isSamePayload({ before: pair.before, after: other });
    return isSwapped && isSamePayload(pair);
  }, sameName);
  match(() => true, namesake);
  match(() => true, sameName);
  // the one that a deprecated event gives way to is no new name of it
  const mayBeRenamed = (pair: MessagePair): boolean =>
    (!pair.before.deprecated || !!pair.after.deprecated) && isSamePayload(pair);
  const rest = [...added];
  const byWireName = groupBy(rest, ({ name }) => name);
  const byOwnKey = groupBy(rest, ({ key }) => key);
  const nearNames = createNearNames(removed.size, [...byWireName.keys()]);
  const nearKeys = createNearNames(removed.size, [...byOwnKey.keys()]);
  match(mayBeRenamed, ({ name, key }) => [
    ...nearNames(name).flatMap((near) => byWireName.get(near) ?? []),
    ...nearKeys(key).flatMap((near) => byOwnKey.get(near) ?? []),
  ]);
  return { pairs, added: [...added], removed: [...removed] };
}
