// What a relay is made from, and what it tells.
import type { ChannelEvent } from "@lockstep/runtime";
import type { Clock } from "./clock.ts";
import type { OutboxDatabase } from "./outbox-database.ts";

/** One attempt to publish one event. */
export interface Delivery {
  readonly channel: string;
  readonly event: string;
  readonly eventId: string;
  /** JSON text of the payload, so that a log can name what the event is about. */
  readonly data: string;
  /** From 1. */
  readonly attempt: number;
  /** How long publishing took. */
  readonly ms: number;
  /** `retry`: it will be tried again. `dead`: it was given up, and its row is kept. */
  readonly outcome: "sent" | "retry" | "dead";
  /** Present unless it was sent. */
  readonly error?: unknown;
}

/** The part of the runtime's publisher that a relay needs. */
export interface EventPublisher {
  publish(
    events: readonly ChannelEvent[],
    options: { readonly timeoutMs: number },
  ): Promise<unknown>;
}

export interface RelayOptions {
  readonly db: OutboxDatabase;
  /** Sends events, all in one request; rejects within `timeoutMs` if it cannot, and has sent none of them then. */
  readonly publisher: EventPublisher;
  /** Told of every attempt. */
  readonly onDelivery?: (delivery: Delivery) => void;
  /** Told when the database fails; the relay goes on, and asks again later. */
  readonly onError?: (error: unknown) => void;
  /** @default isPermanentFailure */
  readonly isPermanent?: (error: unknown) => boolean;
  /** Requests under way at once; never two for one channel. @default 8 */
  readonly concurrency?: number;
  /** Events of one request, each of another channel; more than one only where more wait than `concurrency`. @default 10 */
  readonly batchSize?: number;
  /** How often the database is asked without a `notify()`: for other processes' events and retries. @default 1000 */
  readonly pollIntervalMs?: number;
  /** @default 5000 */
  readonly publishTimeoutMs?: number;
  /**
   * How long a claimed event is ours. After it another process may send the event too, so it must be above twice
   * `publishTimeoutMs`: a request that is refused is followed by one for each of its events.
   *
   * @default 2 * publishTimeoutMs + 5000
   */
  readonly leaseMs?: number;
  /** @default the system's */
  readonly clock?: Clock;
}
