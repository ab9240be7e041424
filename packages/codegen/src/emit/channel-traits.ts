// What the kind of a channel asks of the code made for it.
import { channelTraitsOf } from "@lockstep/runtime";
import type { ChannelPlan } from "../plan/plan.ts";

/** Whether subscribing takes an authorization. */
export function isGuarded({ model }: ChannelPlan): boolean {
  return channelTraitsOf(model.kind).authorized;
}

/** Whether its subscribers know of each other. */
export function isPresence({ model }: ChannelPlan): boolean {
  return channelTraitsOf(model.kind).presence;
}

/** Whether its subscribers send events to each other. */
export function hasClientEvents({ model, events }: ChannelPlan): boolean {
  return channelTraitsOf(model.kind).clientEvents && events.some(({ fromClient }) => fromClient);
}
