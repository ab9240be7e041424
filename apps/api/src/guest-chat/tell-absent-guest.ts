// Notifying the guest who is not there to see a message.
import type { AppDependencies } from "../http/app-env.ts";
import type { GuestNotification } from "./guest-notifier.ts";

/**
 * Notifies the guest unless the room's presence channel has them. Never rejects: what fails is logged. Where presence
 * cannot be asked, the guest is notified: once too often is better than not at all.
 */
export async function tellAbsentGuest(
  { rooms, notifier, log }: Pick<AppDependencies, "rooms" | "notifier" | "log">,
  notification: GuestNotification,
): Promise<void> {
  const { hotelSlug: hotel, roomNumber: room, message } = notification;
  const isConnected = await rooms.isGuestConnected(notification).catch((error) => {
    log.warn("presence not known", { hotel, room, error });
    return false;
  });
  if (isConnected) return;
  await notifier.notify(notification).catch((error) => {
    log.error("guest not notified", { hotel, room, messageId: message.id, error });
  });
}
