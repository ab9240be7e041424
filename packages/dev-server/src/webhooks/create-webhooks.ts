// Webhooks: an observer that tells the application's addresses what happened.
import type { Application } from "../protocol/application.ts";
import type { Clock } from "../protocol/clock.ts";
import type { DevServerEvent, Observer } from "../protocol/observed.ts";
import { createWebhookSender } from "./create-webhook-sender.ts";
import { holdDepartures } from "./hold-departures.ts";
import { webhookEventOf } from "./webhook-event-of.ts";

export interface CreateWebhooksOptions {
  readonly urls: readonly string[];
  readonly application: Application;
  readonly clock: Clock;
  /** Is told of requests that failed. */
  readonly observe: Observer;
}

export interface Webhooks {
  take(event: DevServerEvent): void;
  /** Stops at once; what has not been sent is not. */
  close(): void;
}

/**
 * Creates the webhooks of one application.
 *
 * @throws {TypeError} when an address is not an http or https URL
 */
export function createWebhooks({ urls, ...options }: CreateWebhooksOptions): Webhooks {
  for (const url of urls) judgeUrl(url);
  const senders = urls.map((url) => createWebhookSender({ ...options, url }));
  const hold = holdDepartures(options.clock, (event) => {
    for (const sender of senders) sender.push(event);
  });
  return {
    take(event) {
      const webhookEvent = senders.length > 0 ? webhookEventOf(event) : undefined;
      if (webhookEvent) hold.take(webhookEvent);
    },
    close() {
      hold.close();
      for (const sender of senders) sender.close();
    },
  };
}

function judgeUrl(url: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : undefined;
  if (protocol === "http:" || protocol === "https:") return;
  throw new TypeError(
    `webhooks: ${JSON.stringify(url)} is not an address; use one like http://127.0.0.1:3000/webhooks`,
  );
}
