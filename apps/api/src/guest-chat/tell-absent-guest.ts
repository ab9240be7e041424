// Notifying the guest who is not there to see a message, also where the process dies that was to do it.
import type { AppDependencies } from "../http/app-env.ts";
import { claimUntoldMessages, markTold } from "./guest-chat-store.ts";
import type { GuestNotification } from "./guest-notifier.ts";
import { toGuestMessage } from "./to-guest-message.ts";

/** How long a process has for it; then any other takes it for dead. */
const TELL_WITHIN_MS = 60_000;

const AT_ONCE = 20;

/** What a message of the staff is stored with: from when on others may tell the guest of it. */
export function notifyAtFrom(now: Date): Date {
  return new Date(now.getTime() + TELL_WITHIN_MS);
}

/**
 * Notifies the guest unless the room's presence channel has them, and marks the message as told. Never rejects: what
 * fails is logged. Where presence cannot be asked, the guest is notified: once too often is better than not at all.
 */
export async function tellAbsentGuest(
  { db, rooms, notifier, log }: Pick<AppDependencies, "db" | "rooms" | "notifier" | "log">,
  notification: GuestNotification,
): Promise<void> {
  const { hotelSlug: hotel, roomNumber: room, message } = notification;
  const isConnected = await rooms.isGuestConnected(notification).catch((error) => {
    log.warn("presence not known", { hotel, room, error });
    return false;
  });
  const failed = (error: unknown) =>
    log.error("guest not notified", { hotel, room, messageId: message.id, error });
  if (!isConnected) await notifier.notify(notification).catch(failed);
  await markTold(db, message.id).catch((error) =>
    log.warn("guest may be notified again", { hotel, room, messageId: message.id, error }),
  );
}

/** Does what a process that died has left. Never rejects: what fails is logged, and left to the next call. */
export async function tellForgottenGuests(
  deps: Pick<AppDependencies, "db" | "rooms" | "notifier" | "log" | "now">,
): Promise<void> {
  try {
    let told: number;
    do told = await tellSome(deps);
    while (told === AT_ONCE);
  } catch (error) {
    deps.log.warn("forgotten guests not notified", { error });
  }
}

async function tellSome(deps: Parameters<typeof tellForgottenGuests>[0]): Promise<number> {
  const now = deps.now();
  const claimed = await claimUntoldMessages(deps.db, {
    now,
    until: notifyAtFrom(now),
    limit: AT_ONCE,
  });
  const telling = claimed.map(({ message, ...place }) =>
    tellAbsentGuest(deps, { ...place, message: toGuestMessage(message, place.roomNumber) }),
  );
  await Promise.all(telling);
  return claimed.length;
}
