// Which deprecated events are made of which others, and what a user has to say about it.
import { findReplacements } from "../model/find-replacement.ts";
import type { ChannelPlan, EventPlan, TwinPlace, TwinPlan } from "./plan.ts";

/** Twins of events that the backend sends, by channel and property of the deprecated one. */
export function planTwins(channels: readonly ChannelPlan[]): readonly TwinPlan[] {
  const models = channels.map(({ model }) => model);
  return channels.flatMap((channel) =>
    channel.events.flatMap((event): TwinPlan[] => {
      const found = findReplacements({ channel: channel.model, message: event.model }, models);
      const [replacement, ...others] = found;
      if (event.fromClient || replacement === undefined || others.length > 0) return [];
      const of = placeOf(channels, replacement.channel.key, replacement.message.key);
      if (of === undefined || of.event.fromClient) return [];
      const old = { channel, event };
      return [{ of, old, asks: compare(of, old) }];
    }),
  );
}

function placeOf(
  channels: readonly ChannelPlan[],
  channelKey: string,
  messageKey: string,
): TwinPlace | undefined {
  const channel = channels.find(({ model }) => model.key === channelKey);
  const event = channel?.events.find(({ model }) => model.key === messageKey);
  return channel && event && { channel, event };
}

/** What of the deprecated event does not follow from the other. */
function compare(of: TwinPlace, old: TwinPlace): TwinPlan["asks"] {
  const { extensions } = old.event.model.envelope ?? {};
  return {
    payload: !isSame(schemaOf(of.event), schemaOf(old.event)),
    parameters: old.channel.model.parameters.some(({ name, constraint }) => {
      const same = of.channel.model.parameters.find((parameter) => parameter.name === name);
      return !isSame(same?.constraint, constraint);
    }),
    attributes:
      extensions !== undefined &&
      !isSame(of.event.model.envelope?.extensions?.schema, extensions.schema),
  };
}

function schemaOf({ model }: EventPlan): unknown {
  const { schema } = model.payload;
  // words beside a reference change nothing
  return typeof schema === "object" && schema.$ref !== undefined ? schema.$ref : schema;
}

// the model's keys are sorted
function isSame(one: unknown, two: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(two);
}
