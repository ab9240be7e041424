// Who has a room's chat open; who asks is there as well.
import type { OnError, SubscriptionState } from "@lockstep/runtime/subscribe";
import type { GuestRoomPresenceMember } from "@lockstep-demo/events";
import { useGuestRoomPresence } from "@lockstep-demo/subscribers/react";
import { useState } from "react";

export interface RoomMembers {
  readonly subscription: SubscriptionState;
  readonly members: readonly GuestRoomPresenceMember[];
}

export function useRoomMembers(
  { hotelSlug, roomNumber }: { readonly hotelSlug: string; readonly roomNumber: number },
  onError: OnError,
): RoomMembers {
  const [members, setMembers] = useState<readonly GuestRoomPresenceMember[]>([]);
  const subscription = useGuestRoomPresence(
    { hotelSlug, roomNumber },
    {},
    { onError, onMembersChange: (present) => setMembers([...present.values()]) },
  );
  return { subscription, members };
}
