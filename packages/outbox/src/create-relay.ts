// The relay: takes events out of the outbox and publishes them, for as long as it takes.
import { type Claim, claimEvents } from "./claim-events.ts";
import { systemClock } from "./clock.ts";
import { type DeliverOptions, deliver } from "./deliver.ts";
import { isPermanentFailure } from "./is-permanent-failure.ts";
import type { RelayOptions } from "./relay-options.ts";
import { resolveRelayOptions } from "./resolve-relay-options.ts";
import { createRemoveSent } from "./settle-claim.ts";

/** Publishes what is in the outbox. Any number of relays, in any number of processes, may share one. */
export interface Relay {
  /** Begins to look for events by itself, at once and then from time to time. */
  start(): void;
  /** Looks for events now. Call it after each transaction that appended some. */
  notify(): void;
  /** Resolves when every event that is due has been tried. What must wait for its next attempt is not waited for. */
  drain(): Promise<void>;
  /** Claims nothing more; resolves when what is under way has ended. The rest stays in the outbox. */
  close(): Promise<void>;
}

/**
 * Each event is sent at least once, always with the same id, and in order within its channel. A failure that is not
 * permanent is tried again without end.
 *
 * @throws {RangeError} when `concurrency`, `batchSize` or `leaseMs` is none that it can work with
 */
export function createRelay(options: RelayOptions): Relay {
  const { db, clock = systemClock } = options;
  const { concurrency, batchSize, pollIntervalMs, publishTimeoutMs, leaseMs } =
    resolveRelayOptions(options);
  const onError = guard(options.onError ?? ignore, throwLater);
  const delivery: DeliverOptions = {
    db,
    clock,
    publishTimeoutMs,
    removeSent: createRemoveSent(db),
    publisher: options.publisher,
    onDelivery: guard(options.onDelivery ?? ignore, onError),
    isPermanent: options.isPermanent ?? isPermanentFailure,
  };
  const underWay = new Set<Promise<void>>();
  let claiming: Promise<void> | undefined;
  let isClaiming = false;
  let claimAgain = false;
  // where the last claim took all that it might: the channels that it took, since the next goes on behind them
  let after: readonly string[] = [];
  let timer: { readonly at: number; readonly handle: unknown } | undefined;
  let started = false;
  let closed = false;

  function wake(): void {
    if (closed) return;
    claimAgain = true;
    if (!isClaiming) claiming = claimAll();
  }

  async function claimAll(): Promise<void> {
    isClaiming = true;
    // where there is no room, the next delivery to end wakes us
    while (claimAgain && !closed && underWay.size < concurrency) {
      claimAgain = false;
      const free = concurrency - underWay.size;
      const limit = free * batchSize;
      const claims = await claimEvents(db, { limit, leaseMs, after }).catch(failedClaim);
      const isFull = claims.length === limit;
      // what does not begin at the first channel has not seen those before
      if (!isFull && after.length > 0) claimAgain = true;
      after = isFull ? claims.map(({ event }) => event.channel) : [];
      for (const batch of shareOut(claims, free)) track(deliver(batch, delivery));
    }
    isClaiming = false;
  }

  function failedClaim(error: unknown): [] {
    onError(error);
    return [];
  }

  function track(attempt: Promise<number | undefined>): void {
    const tracked = attempt.then(retryWithin, onError).then(() => {
      underWay.delete(tracked);
      wake();
    });
    underWay.add(tracked);
  }

  function retryWithin(delayMs: number | undefined): void {
    if (delayMs !== undefined) wakeWithin(delayMs);
  }

  function wakeWithin(delayMs: number): void {
    const at = clock.now() + delayMs;
    if (!started || closed || (timer !== undefined && timer.at <= at)) return;
    clock.clearTimeout(timer?.handle);
    const handle = clock.setTimeout(() => {
      timer = undefined;
      wake();
      wakeWithin(pollIntervalMs);
    }, delayMs);
    timer = { at, handle };
  }

  async function settled(): Promise<void> {
    while (isClaiming || underWay.size > 0) {
      await Promise.all([claiming, ...underWay]);
    }
  }

  return {
    start() {
      started = true;
      wake();
      wakeWithin(pollIntervalMs);
    },
    notify: wake,
    async drain() {
      wake();
      await settled();
    },
    async close() {
      closed = true;
      clock.clearTimeout(timer?.handle);
      await settled();
    },
  };
}

/** As few to a request as there is room for: a request that hangs holds back all of its channels. */
function shareOut(claims: readonly Claim[], requests: number): Claim[][] {
  const size = Math.ceil(claims.length / requests);
  const starts = Array.from(
    { length: Math.ceil(claims.length / size) || 0 },
    (_, index) => index * size,
  );
  return starts.map((start) => claims.slice(start, start + size));
}

/** What a caller's callback throws goes to `onThrow`, so that it cannot stop the relay. */
function guard<Value>(
  callback: (value: Value) => void,
  onThrow: (error: unknown) => void,
): (value: Value) => void {
  return (value) => {
    try {
      callback(value);
    } catch (error) {
      onThrow(error);
    }
  };
}

// an uncaught exception of the process: nobody is left to tell
function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

function ignore(): void {}
