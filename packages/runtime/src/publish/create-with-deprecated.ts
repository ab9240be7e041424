// Dual publishing: events, and beside them the deprecated events that they replaced.
import type { ChannelEvent } from "../channel-event.ts";
import { noticeSunset, type OnDeprecated, warn } from "../deprecation.ts";
import { DeprecatedTwinError } from "../errors/deprecated-twin-error.ts";
import type { DeprecatedTwin } from "./deprecated-twin.ts";

export interface WithDeprecatedOptions {
  /**
   * Told of each deprecated event that could not be made. The event that replaced it is sent all the same.
   *
   * @default Node's process warnings
   */
  readonly onTwinError?: (error: DeprecatedTwinError) => void;
  /**
   * Told, once in a process, of each deprecated event whose sunset has passed, so that it is no longer sent.
   *
   * @default Node's process warnings
   */
  readonly onDeprecated?: OnDeprecated;
  /** What day it is, by UTC. @default () => new Date() */
  readonly now?: () => Date;
}

/**
 * Answers the events as they were given, and behind them the deprecated events that they replaced, until these reach
 * their sunset (their last day).
 *
 * Never throws: a new event is not lost for the sake of an old one. A deprecated event has an id of its own, which is the
 * same whenever it is made of the same event; one that is among the given events already is not made again.
 */
export type WithDeprecated = (
  events: ChannelEvent | readonly ChannelEvent[],
) => readonly ChannelEvent[];

/** Creates the function that adds these deprecated events to the events that replaced them. */
export function createWithDeprecated(
  twins: readonly DeprecatedTwin[],
  { onTwinError = warn, onDeprecated = warn, now = () => new Date() }: WithDeprecatedOptions = {},
): WithDeprecated {
  const isOver = (twin: DeprecatedTwin): boolean => {
    const { sunset } = twin.deprecation;
    if (sunset === undefined || now().toISOString().slice(0, 10) <= sunset) return false;
    guard(() => noticeSunset(twin, onDeprecated));
    return true;
  };
  const make = (event: ChannelEvent, twin: DeprecatedTwin): ChannelEvent | undefined => {
    const build = twin.builderFor(event);
    if (build === undefined || isOver(twin)) return undefined;
    try {
      return build();
    } catch (cause) {
      guard(() => onTwinError(new DeprecatedTwinError({ ...twin, of: event, cause })));
      return undefined;
    }
  };
  return (events) => {
    const list = "name" in events ? [events] : [...events];
    const made: ChannelEvent[] = [];
    for (const event of list) {
      for (const twin of twins) {
        const old = make(event, twin);
        if (old) made.push(old);
      }
    }
    // as for most events
    if (made.length === 0) return list;
    const known = new Set(list.map(({ id }) => id));
    return [...list, ...made.filter(({ id }) => !known.has(id))];
  };
}

// a listener that fails must not cost the events either
function guard(tell: () => void): void {
  try {
    tell();
  } catch (error) {
    warn({ message: `a listener of deprecated events failed: ${String(error)}` });
  }
}
