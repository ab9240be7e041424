// Whether somebody of the other side has the chat open.
import type { GuestConversationAccess } from "./guest-chat-api.ts";
import type { RoomMembers } from "./use-room-members.ts";

export interface OtherSideProps extends RoomMembers {
  /** The side that looks at it. */
  readonly side: GuestConversationAccess["side"];
}

export function OtherSide({ side, subscription, members }: OtherSideProps) {
  const names = members.filter(({ role }) => role !== side).map(({ name }) => name);
  const isHere = names.length > 0;
  return (
    <p className={`presence ${isHere ? "is-here" : ""}`} role="status" aria-label="Presence">
      {subscription === "subscribed" ? sentenceOf(side, names.sort()) : "Presence is not known"}
    </p>
  );
}

function sentenceOf(side: OtherSideProps["side"], names: readonly string[]): string {
  if (names.length > 0) return `${names.join(", ")} ${names.length === 1 ? "is" : "are"} here`;
  return side === "staff" ? "The guest is away and will be notified" : "The reception will see it";
}
