// Hearing every event of a pusher-js channel through one binding that can be taken back exactly.
import { channelKindOf, channelTraitsOf } from "../names/channel-kind.ts";
import { isClientEventName } from "../names/name-rules.ts";
import type { PusherCallback, PusherClientChannel } from "./pusher-client.ts";

/** `userId` is the member of a presence channel who triggered a client event. */
export type EventWatcher = (event: string, data: unknown, userId: string | undefined) => void;

/** Answers a function that removes the binding, and nothing else. */
export function watchEvents(
  channel: PusherClientChannel,
  name: string,
  watcher: EventWatcher,
): () => void {
  const { presence } = channelTraitsOf(channelKindOf(name));
  const named = new Map<string, PusherCallback>();

  function onAny(event: string, data: unknown): void {
    if (!presence || !isClientEventName(event)) watcher(event, data, undefined);
    else if (!named.has(event)) bindByName(event);
  }

  // only a binding by name is told who sent it, and pusher-js calls those after the one for all events
  function bindByName(event: string): void {
    const callback: PusherCallback = (data, metadata) => watcher(event, data, metadata?.user_id);
    named.set(event, callback);
    channel.bind(event, callback);
  }

  channel.bind_global(onAny);
  return () => {
    channel.unbind_global(onAny);
    for (const [event, callback] of named) channel.unbind(event, callback);
  };
}
