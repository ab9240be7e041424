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
  // of this watcher alone, since taking back a callback takes back all that are the same
  const ignore = () => {};

  function onAny(event: string, data: unknown): void {
    const isFromClient = isClientEventName(event);
    if (presence && isFromClient) {
      // only a binding by name is told who sent it, and pusher-js calls those after the one for all events
      bindByName(event, (sent, metadata) => watcher(event, sent, metadata?.user_id));
      return;
    }
    // otherwise pusher-js tells its log that nobody heard it, and takes its time; clients may invent any number of names
    if (!isFromClient && !event.startsWith("pusher:")) bindByName(event, ignore);
    watcher(event, data, undefined);
  }

  function bindByName(event: string, callback: PusherCallback): void {
    if (named.has(event)) return;
    named.set(event, callback);
    channel.bind(event, callback);
  }

  channel.bind_global(onAny);
  return () => {
    channel.unbind_global(onAny);
    for (const [event, callback] of named) channel.unbind(event, callback);
  };
}
