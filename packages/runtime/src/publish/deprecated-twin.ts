// A deprecated event that is made of the event that replaced it.
import type { Channel, Deprecation, EventDefinition } from "../channel.ts";
import type { ChannelEvent } from "../channel-event.ts";
import { formatChannelName } from "../names/format-channel-name.ts";
import { parseChannelName } from "../names/parse-channel-name.ts";
import { tellObservers } from "../observe.ts";
import { buildEvent } from "./build-event.ts";
import { deriveEventId } from "./derive-event-id.ts";

/** One event of one channel. */
export interface EventPlace<Parameters, Events, Key extends keyof Events> {
  readonly channel: Channel<Parameters, Events>;
  readonly event: Key;
}

/** What a deprecated event is made of, where more than its payload is another. What is left out is that of the new event. */
export interface MappedEvent<Parameters, Payload> {
  readonly payload: Payload;
  readonly parameters?: Parameters;
  /** Attributes beside CloudEvents' own. */
  readonly attributes?: object;
}

export interface TwinDefinition<
  Parameters,
  Events,
  Key extends keyof Events,
  OldParameters,
  OldEvents,
  OldKey extends keyof OldEvents,
> {
  /** The event that is published. */
  readonly of: EventPlace<Parameters, Events, Key>;
  /** The deprecated event that it replaced. */
  readonly twin: EventPlace<OldParameters, OldEvents, OldKey>;
  /** Absent where the payload is the same. */
  readonly mapPayload?: (payload: Events[Key], parameters: Parameters) => OldEvents[OldKey];
  /** In place of `mapPayload`, where parameters or attributes are others too. */
  readonly map?: (
    payload: Events[Key],
    parameters: Parameters,
  ) => MappedEvent<OldParameters, OldEvents[OldKey]>;
}

/** A deprecated event, whatever its types. */
export interface DeprecatedTwin {
  /** Key of its channel. */
  readonly channel: string;
  /** Wire event name. */
  readonly event: string;
  /** The sooner of its own sunset and of its channel's. */
  readonly deprecation: Deprecation;
  readonly isMapped: boolean;
  /**
   * Answers what builds it of an event; `undefined` where it is no twin of that event. Building throws what its mapping
   * throws, and what building an event throws.
   */
  readonly builderFor: (event: ChannelEvent) => (() => ChannelEvent) | undefined;
}

/** Says how a deprecated event is made of the one that replaced it. */
export function deprecatedTwin<
  Parameters,
  Events,
  Key extends keyof Events,
  OldParameters,
  OldEvents,
  OldKey extends keyof OldEvents,
>(
  definition: TwinDefinition<Parameters, Events, Key, OldParameters, OldEvents, OldKey>,
): DeprecatedTwin {
  const { of, twin, map, mapPayload } = definition;
  const old: EventDefinition<unknown> = twin.channel.events[twin.event];
  const isMapped = map !== undefined || mapPayload !== undefined;
  const build = (event: ChannelEvent, parameters: Parameters): ChannelEvent => {
    const payload = JSON.parse(event.data) as Events[Key];
    const mapped: MappedEvent<unknown, unknown> = map?.(payload, parameters) ?? {
      payload: mapPayload ? mapPayload(payload, parameters) : payload,
    };
    const given = (mapped.parameters ?? parameters) as OldParameters;
    const channel = formatChannelName(twin.channel, given);
    const built = buildEvent(channel, old, {
      payload: mapped.payload,
      extensions: mapped.attributes ?? extensionsOf(event),
      id: deriveEventId(event.id, [channel, old.name]),
      ...(event.envelope && { time: event.envelope.time }),
    });
    tellObservers({ kind: "built", channel: twin.channel.key, event: String(twin.event) });
    return built;
  };
  const deprecation = soonerOf(twin.channel.deprecated, old.deprecated);
  return {
    channel: twin.channel.key,
    event: old.name,
    deprecation,
    isMapped,
    builderFor(event) {
      if (event.name !== of.channel.events[of.event].name) return undefined;
      const parameters = parseChannelName(of.channel, event.channel);
      return parameters && (() => build(event, parameters));
    },
  };
}

function soonerOf(channel: Deprecation = {}, event: Deprecation = {}): Deprecation {
  const [sunset] = [channel.sunset, event.sunset].filter((day) => day !== undefined).sort();
  return { ...channel, ...event, ...(sunset !== undefined && { sunset }) };
}

function extensionsOf({ envelope }: ChannelEvent): object {
  if (!envelope) return {};
  const { specversion: _specversion, type: _type, time: _time, ...extensions } = envelope;
  return extensions;
}
