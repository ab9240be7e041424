// Listening to one event, and what came of each thing that was sent.
import { generatedNames } from "@lockstep/codegen/contract";
import { type EventPlace, type GeneratedSubscription, subscribeGenerated } from "./event-sides.ts";
import type { PageClient, Wire } from "./open-wire.ts";

export interface Listening {
  /** Present where generated subscribers listen. */
  readonly subscription?: GeneratedSubscription;
  /**
   * Resolves when everything that was sent before has arrived, with what came of it since the last time: the JSON text
   * of each payload that reached the handler, and `refused at <stage>: <why>` for each that did not.
   *
   * @param sendEnd sends the event of that name, which ends what is awaited @default the backend does
   */
  take(sendEnd?: (event: string) => unknown): Promise<readonly string[]>;
  stop(): void;
}

const endMarker = "contract-tests-end";

/** Subscribes by generated subscribers, or by the plain client without them; resolves when events arrive. */
export async function listen(
  wire: Wire,
  place: EventPlace,
  { subscribers, client = wire.page }: { subscribers: object | undefined; client?: PageClient },
): Promise<Listening> {
  const { name } = place.named;
  const log: string[] = [];
  const { subscription, stop } = await (subscribers
    ? listenTyped(client, place, { subscribers, log })
    : listenPlain(client, place, log));
  // bound after what it waits for, so that it is called after it
  const channel = client.subscribe(name);
  const onEnd = new Set<() => void>();
  const end = (event: string) => {
    if (event.endsWith(endMarker)) for (const resolve of onEnd) resolve();
  };
  channel.bind_global(end);
  const byBackend = (event: string) => wire.pusher.trigger(name, event, {});
  const listening: Listening = {
    ...(subscription && { subscription }),
    async take(sendEnd = byBackend) {
      await new Promise<void>((resolve, reject) => {
        onEnd.add(resolve);
        // a client event is sent at once, a backend's may fail later
        Promise.resolve(sendEnd(sendEnd === byBackend ? endMarker : `client-${endMarker}`)).catch(
          reject,
        );
      });
      onEnd.clear();
      return log.splice(0);
    },
    stop() {
      channel.unbind_global(end);
      stop();
    },
  };
  // a cache channel tells its last event to who comes
  await listening.take();
  return listening;
}

interface Started {
  readonly subscription?: GeneratedSubscription;
  readonly stop: () => void;
}

async function listenTyped(
  client: PageClient,
  { channel, message, named }: EventPlace,
  { subscribers, log }: { readonly subscribers: object; readonly log: string[] },
): Promise<Started> {
  const property = generatedNames(channel).propertyOf(message);
  const subscription = await new Promise<GeneratedSubscription>((resolve, reject) => {
    const opened = subscribeGenerated(subscribers, client, {
      channel,
      named,
      request: {
        handlers: { [property]: (payload) => void log.push(JSON.stringify(payload)) },
        onStateChange: (state) => state === "subscribed" && queueMicrotask(() => resolve(opened)),
        onError(error, { stage, event }) {
          if (stage === "subscribe") reject(error);
          else if (!event?.endsWith(endMarker)) log.push(`refused at ${stage}: ${error.message}`);
        },
      },
    });
  });
  return { subscription, stop: () => subscription.unsubscribe() };
}

async function listenPlain(
  client: PageClient,
  { message, named }: EventPlace,
  log: string[],
): Promise<Started> {
  const channel = client.subscribe(named.name);
  const onEvent = (data: unknown) => {
    const payload = message.envelope ? (data as { readonly data: unknown }).data : data;
    log.push(JSON.stringify(payload));
  };
  channel.bind(message.name, onEvent);
  if (!channel.subscribed) {
    await new Promise<void>((resolve, reject) => {
      channel.bind("pusher:subscription_succeeded", () => resolve());
      channel.bind("pusher:subscription_error", (error) =>
        reject(new Error(JSON.stringify(error))),
      );
    });
  }
  return {
    stop() {
      channel.unbind(message.name, onEvent);
      client.unsubscribe(named.name);
    },
  };
}
