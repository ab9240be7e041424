// What stands where a conversation would be open.
export interface NoConversationProps {
  /** Whether one was asked for that is not there. */
  readonly isMissing: boolean;
}

export function NoConversation({ isMissing }: NoConversationProps) {
  return isMissing ? (
    <div className="chat-panel is-empty" role="status">
      <p>There is no such conversation. Please choose one from the list.</p>
    </div>
  ) : (
    <div className="chat-panel is-empty is-optional">
      <p>Choose a conversation to read and to write.</p>
    </div>
  );
}
