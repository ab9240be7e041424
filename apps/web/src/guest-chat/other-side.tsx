// Whether somebody of the other side has the chat open.
import { useConnectionStatus } from "../realtime/use-connection-status.ts";
import type { GuestConversationAccess } from "./guest-chat-api.ts";
import type { RoomMembers } from "./use-room-members.ts";

export interface OtherSideProps extends RoomMembers {
  /** The side that looks at it. */
  readonly side: GuestConversationAccess["side"];
}

export function OtherSide({ side, subscription, members }: OtherSideProps) {
  const status = useConnectionStatus(subscription);
  const names = members.filter(({ role }) => role !== side).map(({ name }) => name);
  return (
    <p
      className={`presence ${names.length > 0 ? "is-here" : ""}`}
      role="status"
      aria-label="Presence"
    >
      {status === "live"
        ? whoIsHere(side, names.sort())
        : status === "connecting"
          ? "Looking who is here…"
          : "Presence is not known"}
    </p>
  );
}

function whoIsHere(side: OtherSideProps["side"], names: readonly string[]): string {
  if (names.length > 0) return `${names.join(", ")} ${names.length === 1 ? "is" : "are"} here`;
  return side === "staff" ? "The guest is away, and is notified" : "The reception is away for now";
}
