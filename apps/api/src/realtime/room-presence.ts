// Who has a room's chat open, asked of the realtime server.
import { formatChannelName } from "@lockstep/runtime";
import { type GuestRoomPresenceParameters, guestRoomPresenceChannel } from "@lockstep-demo/events";

export interface RoomPresence {
  /** Rejects when the realtime server cannot be asked. */
  isGuestConnected(room: GuestRoomPresenceParameters): Promise<boolean>;
}

/** The part of the `pusher` package's client that asking needs. */
export interface PusherQueries {
  get(options: { path: string }): Promise<{ json(): Promise<unknown> }>;
}

/** The guest of a room as a member of its presence channel: there is one. */
export const GUEST_MEMBER_ID = "guest";

export function staffMemberId(userId: number): string {
  return `staff-${userId}`;
}

/** @see https://pusher.com/docs/channels/library_auth_reference/rest-api/#get-users */
export function createRoomPresence(pusher: PusherQueries): RoomPresence {
  return {
    async isGuestConnected({ hotelSlug, roomNumber }) {
      const channel = formatChannelName(guestRoomPresenceChannel, { hotelSlug, roomNumber });
      const response = await pusher.get({ path: `/channels/${channel}/users` });
      const { users } = (await response.json()) as { users: readonly { id: string }[] };
      return users.some(({ id }) => id === GUEST_MEMBER_ID);
    },
  };
}
