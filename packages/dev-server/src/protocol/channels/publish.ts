// An application's event goes to the subscribers of a channel.
import { channelKindOf, channelTraitsOf } from "@lockstep/runtime";
import { deliverToAll } from "../deliver.ts";
import { channelFrame } from "../frames.ts";
import type { HubState } from "../hub-state.ts";
import { keepLastEvent } from "./event-cache.ts";

/** One event for one channel, already judged. */
export interface Publication {
  readonly event: string;
  readonly channel: string;
  /** Reaches the subscribers as it is. */
  readonly data: string;
  /** A connection that is left out. */
  readonly exceptSocketId?: string | undefined;
}

/** Sends an event; answers to how many connections. */
export function publish(hub: HubState, publication: Publication): number {
  const { event, channel: name, data, exceptSocketId } = publication;
  const channel = hub.channels.get(name);
  const except = exceptSocketId === undefined ? undefined : hub.sessions.get(exceptSocketId);
  if (channelTraitsOf(channelKindOf(name)).cached) keepLastEvent(hub, name, publication);
  const subscribers = channel
    ? deliverToAll(hub, channel, { frame: channelFrame({ event, channel: name, data }), except })
    : 0;
  hub.observe({ type: "published", channel: name, event, data, subscribers, exceptSocketId });
  return subscribers;
}
