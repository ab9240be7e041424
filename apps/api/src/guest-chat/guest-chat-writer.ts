// New messages of the guest chat: each one, and the events that tell of it, in one transaction.
import { fullNameOf } from "../auth/full-name.ts";
import type { Guest } from "../auth/guest-sessions.ts";
import type { Viewer } from "../auth/sessions.ts";
import { createCommit } from "../db/create-commit.ts";
import type { Hotel } from "../hotels/require-hotel-staff.ts";
import type { AppDependencies } from "../http/app-env.ts";
import type { IdempotentRequest } from "../idempotency/idempotent-request.ts";
import { type GuestConversationRow, insertGuestMessage } from "./guest-chat-store.ts";
import { guestMessageEvents } from "./guest-message-events.ts";
import { notifyAtFrom, tellAbsentGuest } from "./tell-absent-guest.ts";
import {
  type StoredGuestMessage,
  toGuestMessage,
  toStoredGuestMessage,
} from "./to-guest-message.ts";

export interface GuestChatWriter {
  /**
   * Writes to the guest; one who is not connected is notified besides, afterwards, at least once: where this process
   * dies before it did, another does it (`tellForgottenGuests`).
   */
  writeAsStaff(place: StaffPlace, message: string): Promise<StoredGuestMessage>;
  writeAsGuest(place: GuestPlace, message: string): Promise<StoredGuestMessage>;
}

export interface GuestPlace {
  readonly guest: Guest;
  readonly request: IdempotentRequest | undefined;
}

export interface StaffPlace {
  readonly hotel: Hotel;
  readonly conversation: GuestConversationRow;
  readonly sender: Viewer;
  readonly request: IdempotentRequest | undefined;
}

interface RoomOfMessage extends Omit<GuestPlace, "guest"> {
  readonly hotelSlug: string;
  readonly roomNumber: number;
  readonly onWritten?: (message: StoredGuestMessage) => void;
}

export function createGuestChatWriter(deps: AppDependencies): GuestChatWriter {
  const { now } = deps;
  const commit = createCommit(deps);

  /** `onWritten` is called only where the message has not been written before. */
  async function write(
    { hotelSlug, roomNumber, request, onWritten }: RoomOfMessage,
    columns: Omit<Parameters<typeof insertGuestMessage>[1], "createdAt">,
  ): Promise<StoredGuestMessage> {
    let isNew = false;
    const written = await commit(async (tx, append) => {
      isNew = true;
      const row = await insertGuestMessage(tx, { ...columns, createdAt: now() });
      const { deliveredAt } = row;
      const message = toGuestMessage(row, roomNumber);
      await append(guestMessageEvents(message, { hotelSlug, deliveredAt }));
      return toStoredGuestMessage(row, roomNumber);
    }, request);
    if (isNew) onWritten?.(written);
    return written;
  }

  return {
    writeAsStaff({ hotel, conversation, sender, request }, message) {
      const room = { hotelSlug: hotel.slug, roomNumber: conversation.roomNumber };
      const onWritten = (written: StoredGuestMessage) =>
        void tellAbsentGuest(deps, { ...room, message: written });
      return write(
        { ...room, request, onWritten },
        {
          conversationId: conversation.id,
          senderType: "staff",
          senderName: fullNameOf(sender),
          message,
          deliveredAt: now(),
          notifyAt: notifyAtFrom(now()),
        },
      );
    },
    writeAsGuest({ guest: { hotel, roomNumber, conversationId, name }, request }, message) {
      const room = { hotelSlug: hotel.slug, roomNumber, request };
      return write(room, { conversationId, senderType: "guest", senderName: name, message });
    },
  };
}
