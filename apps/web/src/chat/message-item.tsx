// One message: who, what, when, and how far it came.
import { formatTime } from "./format-time.ts";
import type { ShownMessage } from "./shown-messages.ts";

export interface MessageItemProps {
  readonly message: ShownMessage;
  /** Whether its author stands above it already. */
  readonly isContinued: boolean;
  readonly onRetry: (key: string) => void;
  readonly onDiscard: (key: string) => void;
}

const words: Readonly<Record<ShownMessage["status"], string>> = {
  sending: "Sending…",
  waiting: "Waiting",
  failed: "Not sent",
  sent: "",
  delivered: "Sent to the room",
  read: "Read",
};

export function MessageItem({ message, isContinued, onRetry, onDiscard }: MessageItemProps) {
  const { key, author, text, subject, isOwn, sentAt, status, fault } = message;
  const side = isOwn ? "is-own" : "is-other";
  return (
    <li className={`message ${side} is-${status}`}>
      <p className={isContinued ? "visually-hidden" : "message-author"}>{author}</p>
      <div className="bubble">
        {subject ? <strong>{subject}</strong> : null}
        <p>{text}</p>
      </div>
      <p className="message-state">
        <time dateTime={sentAt}>{formatTime(sentAt)}</time>
        {isOwn && words[status] ? <span className="receipt">{words[status]}</span> : null}
      </p>
      {fault ? (
        <div className="message-fault">
          <p className="fault">{fault}</p>
          <button className="button is-quiet" type="button" onClick={() => onRetry(key)}>
            Try again
          </button>
          <button className="button is-quiet" type="button" onClick={() => onDiscard(key)}>
            Discard
          </button>
        </div>
      ) : null}
    </li>
  );
}
