// Who may subscribe to which channel: the one place that decides it.
import type { GuestRoomPresenceMember, StaffChatPresenceMember } from "@lockstep-demo/events";
import type { ChannelPolicies, PresenceIdentity } from "@lockstep-demo/publishers";
import type { Holder } from "../auth/authenticate.ts";
import { fullNameOf } from "../auth/full-name.ts";
import type { Viewer } from "../auth/sessions.ts";
import type { Database } from "../db/database.ts";
import { findGuestConversation, findGuestRoom } from "../guest-chat/guest-chat-store.ts";
import type { Hotel } from "../hotels/require-hotel-staff.ts";
import { isId } from "../http/path-id.ts";
import { findStaffConversation } from "../staff-chat/staff-chat-store.ts";
import { GUEST_MEMBER_ID, staffMemberId } from "./room-presence.ts";

/** Staff see what is their hotel's, a guest what is the room's, a user what is the user's own. */
export function createChannelPolicies(db: Database): ChannelPolicies<Holder> {
  async function identify(
    { hotelSlug, roomNumber }: { readonly hotelSlug: string; readonly roomNumber: number },
    holder: Holder,
  ): Promise<PresenceIdentity<GuestRoomPresenceMember> | null> {
    if (holder.kind === "guest") {
      const { hotel, roomNumber: own, name } = holder.guest;
      const isOwn = hotel.slug === hotelSlug && own === roomNumber;
      return isOwn ? { userId: GUEST_MEMBER_ID, member: { name, role: "guest" } } : null;
    }
    const hotel = hotelOfStaff(holder.viewer, hotelSlug);
    if (hotel === undefined || !(await findGuestRoom(db, hotel.id, roomNumber))) return null;
    const { id } = holder.viewer;
    return {
      userId: staffMemberId(id),
      member: { name: fullNameOf(holder.viewer), role: "staff" },
    };
  }

  async function isStaffConversation(hotel: Hotel | undefined, id: number): Promise<boolean> {
    if (hotel === undefined || !isId(id)) return false;
    return (await findStaffConversation(db, hotel.id, id)) !== undefined;
  }

  return {
    privateUser: ({ userId }, holder) => holder.kind === "user" && holder.viewer.id === userId,
    async staffChatConversation({ hotelSlug, conversationId }, holder) {
      if (holder.kind !== "user") return false;
      return isStaffConversation(hotelOfStaff(holder.viewer, hotelSlug), conversationId);
    },
    async staffChatConversationPresence({ hotelSlug, conversationId }, holder) {
      if (holder.kind !== "user") return null;
      const { viewer } = holder;
      const hotel = hotelOfStaff(viewer, hotelSlug);
      return (await isStaffConversation(hotel, conversationId)) ? staffIdentity(viewer) : null;
    },
    staffChatPresence({ hotelSlug }, holder) {
      if (holder.kind !== "user" || !hotelOfStaff(holder.viewer, hotelSlug)) return null;
      return staffIdentity(holder.viewer);
    },
    guestRoom: async (room, holder) => (await identify(room, holder)) !== null,
    guestRoomPresence: identify,
    async guestConversation({ hotelSlug, conversationId }, holder) {
      if (holder.kind === "guest") {
        const { hotel, conversationId: own } = holder.guest;
        return hotel.slug === hotelSlug && own === conversationId;
      }
      const hotel = hotelOfStaff(holder.viewer, hotelSlug);
      if (hotel === undefined || !isId(conversationId)) return false;
      return (await findGuestConversation(db, hotel.id, conversationId)) !== undefined;
    },
  };
}

function staffIdentity(viewer: Viewer): PresenceIdentity<StaffChatPresenceMember> {
  const { id } = viewer;
  return {
    userId: staffMemberId(id),
    member: { staff_id: id, staff_name: fullNameOf(viewer) },
  };
}

/** The hotel of that slug, if this person works for it. */
function hotelOfStaff({ hotel }: Viewer, slug: string): Hotel | undefined {
  return hotel?.slug === slug ? hotel : undefined;
}
