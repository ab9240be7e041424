// New messages of the guest chat: each one, and the events that tell of it, in one transaction.
import { fullNameOf } from "../auth/full-name.ts";
import type { Guest } from "../auth/guest-sessions.ts";
import type { Viewer } from "../auth/sessions.ts";
import { createCommit } from "../db/create-commit.ts";
import type { Hotel } from "../hotels/require-hotel-staff.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { type GuestConversationRow, insertGuestMessage } from "./guest-chat-store.ts";
import { guestMessageEvents } from "./guest-message-events.ts";
import { tellAbsentGuest } from "./tell-absent-guest.ts";
import {
  type StoredGuestMessage,
  toGuestMessage,
  toStoredGuestMessage,
} from "./to-guest-message.ts";

export interface GuestChatWriter {
  /** Writes to the guest; one who is not connected is notified besides, afterwards. */
  writeAsStaff(place: StaffPlace, message: string): Promise<StoredGuestMessage>;
  writeAsGuest(guest: Guest, message: string): Promise<StoredGuestMessage>;
}

export interface StaffPlace {
  readonly hotel: Hotel;
  readonly conversation: GuestConversationRow;
  readonly sender: Viewer;
}

export function createGuestChatWriter(deps: AppDependencies): GuestChatWriter {
  const { now } = deps;
  const commit = createCommit(deps);

  function write(
    { hotelSlug, roomNumber }: { readonly hotelSlug: string; readonly roomNumber: number },
    columns: Omit<Parameters<typeof insertGuestMessage>[1], "createdAt">,
  ): Promise<StoredGuestMessage> {
    return commit(async (tx, append) => {
      const row = await insertGuestMessage(tx, { ...columns, createdAt: now() });
      const { deliveredAt } = row;
      const message = toGuestMessage(row, roomNumber);
      await append(guestMessageEvents(message, { hotelSlug, deliveredAt }));
      return toStoredGuestMessage(row, roomNumber);
    });
  }

  return {
    async writeAsStaff({ hotel, conversation, sender }, message) {
      const room = { hotelSlug: hotel.slug, roomNumber: conversation.roomNumber };
      const written = await write(room, {
        conversationId: conversation.id,
        senderType: "staff",
        senderName: fullNameOf(sender),
        message,
        deliveredAt: now(),
      });
      void tellAbsentGuest(deps, { ...room, message: written });
      return written;
    },
    writeAsGuest({ hotel, roomNumber, conversationId, name }, message) {
      const room = { hotelSlug: hotel.slug, roomNumber };
      return write(room, { conversationId, senderType: "guest", senderName: name, message });
    },
  };
}
