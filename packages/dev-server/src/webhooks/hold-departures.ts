// A page that reloads leaves and comes back within a second: applications need not hear of it.
import type { Clock } from "../protocol/clock.ts";
import type { WebhookEvent } from "./webhook-event-of.ts";

const delayMs = 3000;

/** Passes events on, departures late, and neither a departure nor the return where one follows the other at once. */
export interface DepartureHold {
  take(event: WebhookEvent): void;
  /** Forgets what is held. */
  close(): void;
}

/** @see Pusher, *Webhooks*: vacated channels and removed members are told with a delay of up to three seconds */
export function holdDepartures(clock: Clock, pass: (event: WebhookEvent) => void): DepartureHold {
  const held = new Map<string, () => void>();
  return {
    take(event) {
      const key = keyOf(event);
      if (isDeparture(event)) {
        held.set(
          key,
          clock.after(delayMs, () => {
            held.delete(key);
            pass(event);
          }),
        );
        return;
      }
      const cancel = held.get(key);
      if (!cancel) {
        pass(event);
        return;
      }
      cancel();
      held.delete(key);
    },
    close() {
      for (const cancel of held.values()) cancel();
      held.clear();
    },
  };
}

function isDeparture({ name }: WebhookEvent): boolean {
  return name === "channel_vacated" || name === "member_removed";
}

// the same for a departure and for the return that makes it void, and for nothing else
function keyOf(event: WebhookEvent): string {
  switch (event.name) {
    case "channel_occupied":
    case "channel_vacated":
      return JSON.stringify(["channel", event.channel]);
    case "member_added":
    case "member_removed":
      return JSON.stringify(["member", event.channel, event.user_id]);
    default:
      return "";
  }
}
