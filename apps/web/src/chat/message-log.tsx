// The messages of a conversation: announced as they come, and followed to the end unless somebody reads further up.
import { Fragment, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { formatDay } from "./format-time.ts";
import { MessageItem } from "./message-item.tsx";
import type { ShownMessage } from "./shown-messages.ts";

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

const NEAR_END_PX = 48;

// keeps the end in view where it was in view, and else says that there is more
function useFollowing(
  region: RefObject<HTMLDivElement | null>,
  messages: readonly ShownMessage[],
): { readonly hasMore: boolean; readonly onScroll: () => void; readonly follow: () => void } {
  const isAtEnd = useRef(true);
  const [hasMore, setHasMore] = useState(false);
  const last = messages.at(-1);
  const follow = () => {
    region.current?.scrollTo({ top: region.current.scrollHeight });
    setHasMore(false);
  };
  const lastKey = last?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each new end
  useLayoutEffect(() => {
    // whoever sends a message wants to see it
    if (isAtEnd.current || last?.status === "sending") follow();
    else setHasMore(true);
  }, [lastKey]);
  return {
    hasMore,
    follow,
    onScroll() {
      const element = region.current;
      if (element === null) return;
      const { scrollHeight, scrollTop, clientHeight } = element;
      isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
      if (isAtEnd.current) setHasMore(false);
    },
  };
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
