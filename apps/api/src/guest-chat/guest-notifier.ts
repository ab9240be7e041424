// Push notifications for guests who are not connected: an interface, and one that only logs.
import type { Log } from "../log.ts";
import type { GuestMessage } from "./to-guest-message.ts";

export interface GuestNotification {
  readonly hotelSlug: string;
  readonly roomNumber: number;
  readonly message: GuestMessage;
}

/** Reaches a guest on another way than through the page. What it rejects with is logged, and harms nobody. */
export interface GuestNotifier {
  notify(notification: GuestNotification): Promise<void>;
}

/** Stands in for a push service: it says in the log whom it would have reached. */
export function createLogNotifier(log: Log): GuestNotifier {
  return {
    async notify({ hotelSlug, roomNumber, message }) {
      log.info("guest notified", { hotel: hotelSlug, room: roomNumber, messageId: message.id });
    },
  };
}
