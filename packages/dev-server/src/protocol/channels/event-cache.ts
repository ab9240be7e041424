// The last event of each cache channel, for those who subscribe later.
import { deliver } from "../deliver.ts";
import { channelFrame, frames } from "../frames.ts";
import type { CachedEvent, Channel, HubState, Session } from "../hub-state.ts";
import { setLatest } from "../set-latest.ts";

const lifetimeMs = 30 * 60 * 1000;

/** Keeps an event as its channel's last, for half an hour. */
export function keepLastEvent(
  hub: HubState,
  name: string,
  { event, data }: { event: string; data: string },
): void {
  const cached = { event, data, expiresAtMs: hub.clock.now() + lifetimeMs };
  setLatest(hub.cache, [name, cached], hub.limits.cachedChannels);
}

/** Answers the event that a new subscriber would get. */
export function lastEvent(hub: HubState, name: string): CachedEvent | undefined {
  const cached = hub.cache.get(name);
  if (cached && cached.expiresAtMs > hub.clock.now()) return cached;
  hub.cache.delete(name);
  return undefined;
}

/**
 * Sends a new subscriber the channel's last event, or word that there is none.
 *
 * @see Pusher, *Cache channels*
 */
export function replayLastEvent(hub: HubState, session: Session, { name }: Channel): void {
  const cached = lastEvent(hub, name);
  if (cached) {
    const { event, data } = cached;
    deliver(hub, session, channelFrame({ event, channel: name, data }));
    return;
  }
  deliver(hub, session, frames.cacheMiss(name));
  hub.observe({ type: "cache-miss", channel: name });
}
