// Which members of the staff have the staff chat open.

import type { OnError, SubscriptionState } from "@lockstep/runtime/subscribe";
import type { StaffChatPresenceMember } from "@lockstep-demo/events";
import { useStaffChatPresence } from "@lockstep-demo/subscribers/react";
import { useState } from "react";
import { useConnectionStatus } from "../realtime/use-connection-status.ts";

export interface OnlineStaffState {
  readonly subscription: SubscriptionState;
  readonly members: readonly StaffChatPresenceMember[];
}

/** Being on the page is being online. */
export function useOnlineStaff(hotelSlug: string, onError: OnError): OnlineStaffState {
  const [members, setMembers] = useState<readonly StaffChatPresenceMember[]>([]);
  const subscription = useStaffChatPresence(
    { hotelSlug },
    {},
    { onError, onMembersChange: (present) => setMembers([...present.values()]) },
  );
  return { subscription, members };
}

export interface OnlineStaffProps extends OnlineStaffState {
  readonly viewerId: number;
}

export function OnlineStaff({ subscription, members, viewerId }: OnlineStaffProps) {
  const status = useConnectionStatus(subscription);
  const others = members
    .filter(({ staff_id }) => staff_id !== viewerId)
    .map(({ staff_name }) => staff_name)
    .sort();
  return (
    <section className="online" aria-label="Colleagues online">
      <h2>Online</h2>
      {status === "live" ? (
        <ul aria-live="polite">
          {others.map((name) => (
            <li className="presence is-here" key={name}>
              {name}
            </li>
          ))}
          <li className="presence is-here">You</li>
        </ul>
      ) : (
        <p className="hint">
          {status === "connecting"
            ? "Looking who is here…"
            : "Not known: this page has no live connection."}
        </p>
      )}
    </section>
  );
}
