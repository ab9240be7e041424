// The messages of a conversation: announced as they come, and followed to the end unless somebody reads further up.
import { Fragment, useRef } from "react";
import { formatDay } from "./format-time.ts";
import { MessageItem } from "./message-item.tsx";
import type { ShownMessage } from "./shown-messages.ts";
import { useFollowing } from "./use-following.ts";

export interface MessageLogProps {
  /** What the messages are, for whoever cannot see where they stand. */
  readonly label: string;
  readonly messages: readonly ShownMessage[];
  readonly onRetry: (key: string) => void;
  readonly onDiscard: (key: string) => void;
}

export function MessageLog({ label, messages, onRetry, onDiscard }: MessageLogProps) {
  const region = useRef<HTMLDivElement>(null);
  const { hasMore, onScroll, follow } = useFollowing(region, messages);
  return (
    <div className="log-frame">
      <div
        className="log"
        role="log"
        aria-label={label}
        ref={region}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        onScroll={onScroll}
      >
        {messages.length === 0 ? <p className="log-empty">No messages yet.</p> : null}
        <ol>
          {messages.map((message, index) => (
            <Fragment key={message.key}>
              {startsDay(messages, index) ? (
                <li className="log-day">{formatDay(message.sentAt)}</li>
              ) : null}
              <MessageItem
                message={message}
                isContinued={continues(messages, index)}
                onRetry={onRetry}
                onDiscard={onDiscard}
              />
            </Fragment>
          ))}
        </ol>
      </div>
      {hasMore ? (
        <button className="button log-more" type="button" onClick={follow}>
          New messages below
        </button>
      ) : null}
    </div>
  );
}

function startsDay(messages: readonly ShownMessage[], index: number): boolean {
  const [before, message] = [messages[index - 1], messages[index]];
  if (message === undefined) return false;
  return before === undefined || formatDay(before.sentAt) !== formatDay(message.sentAt);
}

/** Whether the message goes on where its author has just written another. */
function continues(messages: readonly ShownMessage[], index: number): boolean {
  const [before, message] = [messages[index - 1], messages[index]];
  return (
    before !== undefined &&
    message !== undefined &&
    before.author === message.author &&
    before.isOwn === message.isOwn &&
    !startsDay(messages, index)
  );
}
