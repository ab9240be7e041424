// Sending webhooks to one address: in order, signed, and again when it fails.

import type { Application } from "../protocol/application.ts";
import { signatureOf } from "../protocol/auth/signature.ts";
import type { Clock } from "../protocol/clock.ts";
import type { Observer } from "../protocol/observed.ts";
import type { WebhookEvent } from "./webhook-event-of.ts";

export interface WebhookSender {
  push(event: WebhookEvent): void;
  /** Breaks off what is under way; what waits is not sent. */
  close(): void;
}

export interface WebhookSenderOptions {
  readonly url: string;
  readonly application: Application;
  readonly clock: Clock;
  readonly observe: Observer;
}

const longestQueue = 10_000;
const eventsPerRequest = 100;
const firstPauseMs = 1000;
const longestPauseMs = 60_000;
const giveUpAfterMs = 5 * 60_000;

/**
 * Creates a sender: one request at a time, and what happens meanwhile goes into the next one.
 *
 * An answer other than 2xx is tried again, with longer and longer pauses, for five minutes.
 *
 * @see Pusher, *Webhooks*
 */
export function createWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const { clock } = options;
  const queue: WebhookEvent[] = [];
  const abort = new AbortController();
  let busy = false;
  return {
    push(event) {
      queue.push(event);
      if (queue.length > longestQueue) queue.shift();
      if (!busy) void drain();
    },
    close: () => abort.abort(),
  };

  async function drain(): Promise<void> {
    busy = true;
    // what happens in the same turn goes into one request
    await Promise.resolve();
    while (queue.length > 0 && !abort.signal.aborted) {
      await send(queue.splice(0, eventsPerRequest));
    }
    busy = false;
  }

  async function send(events: readonly WebhookEvent[]): Promise<void> {
    const startedMs = clock.now();
    const body = JSON.stringify({ time_ms: startedMs, events });
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      const problem = await post(options, { body, signal: abort.signal });
      if (problem === undefined || abort.signal.aborted) return;
      const final = clock.now() + pauseMs - startedMs > giveUpAfterMs;
      options.observe({ type: "webhook-failed", url: plainUrl(options.url), problem, final });
      if (final) return;
      await pause(clock, pauseMs, abort.signal);
      if (abort.signal.aborted) return;
    }
  }
}

/** Answers what went wrong, or `undefined`. */
async function post(
  { url, application: { key, secret } }: WebhookSenderOptions,
  { body, signal }: { body: string; signal: AbortSignal },
): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        // exactly this: pusher's own check fails on a charset
        "content-type": "application/json",
        "x-pusher-key": key,
        "x-pusher-signature": signatureOf(body, secret),
        connection: "close",
      },
      body,
      redirect: "manual",
      signal,
    });
    await response.body?.cancel();
    return response.ok ? undefined : `status ${response.status}`;
  } catch (error) {
    const { cause = error } = error as Error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(delayMs, finish);
    signal.addEventListener("abort", finish);
    function finish(): void {
      cancel();
      signal.removeEventListener("abort", finish);
      resolve();
    }
  });
}

// an address may hold a password
function plainUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
