// From a channel of the contract and its parameters to one builder for each event.
import type { Channel, EventDefinition } from "../channel.ts";
import type { ChannelEvent } from "../channel-event.ts";
import { noticeDeprecation } from "../deprecation.ts";
import { formatChannelName } from "../names/format-channel-name.ts";
import { isClientEventName } from "../names/name-rules.ts";
import { tellObservers } from "../observe.ts";
import { buildEvent } from "./build-event.ts";
import { withTarget } from "./builder-target.ts";

/** One builder for each event that a server may publish, by key; `extensions` are attributes beside the payload. */
export type EventBuilders<Events> = {
  readonly [Key in keyof Events]: (payload: Events[Key], extensions?: object) => ChannelEvent;
};

/**
 * Answers builders for the events of one channel. Client events have none.
 *
 * A builder judges its payload strictly, as the JSON that it becomes, and keeps that JSON: later changes of the payload
 * do not reach the event. It throws {@link PayloadInvalidError} with every fault, and {@link PayloadTooLargeError} when
 * Pusher would not take it.
 *
 * @throws {ChannelParameterError} when the parameters give no legal channel name
 */
export function createEventBuilders<Parameters, Events>(
  channel: Channel<Parameters, Events>,
  parameters: Parameters,
): EventBuilders<Events> {
  const name = formatChannelName(channel, parameters);
  noticeDeprecation({ channel: channel.key, deprecation: channel.deprecated });
  const builders: Record<string, Builder> = {};
  for (const { key, definition } of publishedEventsOf(channel.events)) {
    builders[key] = withTarget(
      (payload: unknown, extensions: object = {}) => {
        const { name: event, deprecated: deprecation } = definition;
        noticeDeprecation({ channel: channel.key, event, deprecation });
        const built = buildEvent(name, definition, { payload, extensions });
        tellObservers({ kind: "built", channel: channel.key, event: key });
        return built;
      },
      { channel: name, name: definition.name, isEnveloped: definition.envelope !== undefined },
    );
  }
  return builders as EventBuilders<Events>;
}

type Builder = (payload: unknown, extensions?: object) => ChannelEvent;

interface PublishedEvent {
  readonly key: string;
  readonly definition: EventDefinition<unknown>;
}

const published = /*#__PURE__*/ new WeakMap<object, readonly PublishedEvent[]>();

// found once for each channel, since a publisher asks for the builders of a channel with every event
function publishedEventsOf(
  events: Readonly<Record<string, EventDefinition<unknown>>>,
): readonly PublishedEvent[] {
  let found = published.get(events);
  if (!found) {
    found = Object.entries<EventDefinition<unknown>>(events)
      .map(([key, definition]) => ({ key, definition }))
      .filter(({ definition }) => !isClientEventName(definition.name));
    published.set(events, found);
  }
  return found;
}
