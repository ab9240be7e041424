// Who was subscribed to what, and why nobody is any more: what an event that reached nobody is explained by.
import type { Clock } from "../protocol/clock.ts";
import type { DevServerEvent } from "../protocol/observed.ts";
import { quote } from "../protocol/quote.ts";
import { setLatest } from "../protocol/set-latest.ts";
import type { FindingCode } from "./finding.ts";

// channels whose last subscriber is remembered
const mostRemembered = 1000;
const mostNamed = 3;
// an event that nobody hears must not cost more the more channels there are
const mostCompared = 100;

export interface Departures {
  take(event: DevServerEvent): void;
  /** Why the channel has no subscriber, where that is known. */
  lastOf(channel: string): LastSubscriber | undefined;
  /** Channels that clients are subscribed to, in words, those most like this one first; empty where there are none. */
  subscribedBeside(channel: string): string;
}

export interface LastSubscriber {
  readonly code: FindingCode;
  readonly socketId: string;
  readonly message: string;
}

interface Departure {
  readonly code: "subscriber-left" | "subscription-refused";
  readonly socketId: string;
  readonly reason: string;
  readonly atMs: number;
}

export function rememberDepartures(clock: Clock): Departures {
  const channels = new Set<string>();
  const last = new Map<string, Departure>();
  const keep = (channel: string, departure: Omit<Departure, "atMs">) => {
    setLatest(last, [channel, { ...departure, atMs: clock.now() }], mostRemembered);
  };
  return {
    take(event) {
      if (event.type === "subscribed") {
        channels.add(event.channel);
        last.delete(event.channel);
      } else if (event.type === "unsubscribed" && event.subscribers === 0) {
        channels.delete(event.channel);
        keep(event.channel, { code: "subscriber-left", socketId: event.socketId, reason: "" });
      } else if (event.type === "refused" && event.action === "subscribe") {
        const { channel, socketId, message } = event;
        if (channel === undefined || socketId === undefined || channels.has(channel)) return;
        keep(channel, { code: "subscription-refused", socketId, reason: message });
      }
    },
    lastOf(channel) {
      const departure = last.get(channel);
      if (!departure) return undefined;
      const { code, socketId, reason, atMs } = departure;
      const message =
        code === "subscriber-left"
          ? `the last subscriber, ${socketId}, left ${secondsSince(atMs, clock)} s ago; keep the subscription for as long as events are wanted`
          : `the subscription of ${socketId} was refused: ${reason}`;
      return { code, socketId, message };
    },
    subscribedBeside(channel) {
      const names = nearestTo(channel, channels).slice(0, mostNamed).map(quote).join(", ");
      const rest = channels.size - mostNamed;
      return rest > 0 ? `${names} and ${rest} more` : names;
    },
  };
}

function nearestTo(channel: string, channels: ReadonlySet<string>): readonly string[] {
  const some: (readonly [name: string, likeness: number])[] = [];
  for (const name of channels) {
    if (some.length >= mostCompared) break;
    some.push([name, likeness(channel, name)]);
  }
  return some.sort(([, a], [, b]) => b - a).map(([name]) => name);
}

// how many characters both begin with, and how many both end with
function likeness(one: string, other: string): number {
  const shortest = Math.min(one.length, other.length);
  let begin = 0;
  while (begin < shortest && one[begin] === other[begin]) begin++;
  let end = 0;
  while (end < shortest - begin && one.at(-1 - end) === other.at(-1 - end)) end++;
  return begin + end;
}

function secondsSince(atMs: number, clock: Clock): string {
  return ((clock.now() - atMs) / 1000).toFixed(1);
}
