// What stands where a conversation would be open.
import type { UseQueryResult } from "@tanstack/react-query";

export interface NoConversationProps {
  /** Of the conversation that was asked for. */
  readonly id: number | undefined;
  /** The conversations that there are; what went wrong with them is said elsewhere. */
  readonly conversations: Pick<UseQueryResult<readonly unknown[]>, "data" | "error">;
}

const words = {
  none: "There are no conversations here.",
  "not-chosen": "Choose a conversation to read and to write.",
  loading: "Loading the conversation…",
  missing: "There is no such conversation. Please choose one from the list.",
} as const;

export function NoConversation({ id, conversations: { data, error } }: NoConversationProps) {
  if (data === undefined && error) return null;
  const reason = reasonOf(id, data);
  return (
    <div className={`chat-panel is-empty is-${reason}`} role="status">
      <p>{words[reason]}</p>
    </div>
  );
}

function reasonOf(id: number | undefined, data: readonly unknown[] | undefined) {
  if (data?.length === 0) return "none";
  if (id === undefined) return "not-chosen";
  return data === undefined ? "loading" : "missing";
}
