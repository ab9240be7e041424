// A conversation in its frame: who it is with, its messages in each of their states, and where to write.
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { QueryFault } from "../ui/query-fault.tsx";
import { Composer } from "./composer.tsx";
import { MessageLog } from "./message-log.tsx";
import type { Sending } from "./sending.ts";
import type { ShownMessage } from "./shown-messages.ts";

export interface ChatPanelProps {
  readonly title: string;
  /** Beside the title: who is there, the connection. */
  readonly aside?: ReactNode;
  /** What leads elsewhere, before the title. */
  readonly back?: ReactNode;
  readonly messages: UseQueryResult<readonly ShownMessage[]>;
  readonly sending: Sending;
  /** To whom one writes, such as “Message to Room 101”. */
  readonly writeLabel: string;
  /** What goes on right now, such as that somebody is typing; its place is always kept. */
  readonly activity?: string | undefined;
  readonly onTyping?: () => void;
}

export function ChatPanel(props: ChatPanelProps) {
  const { title, aside, back, messages, sending, writeLabel, activity = "", onTyping } = props;
  const { data, error } = messages;
  return (
    <section className="chat-panel" aria-label={title}>
      <header className="chat-head">
        {back}
        <h2>{title}</h2>
        {aside ? <div className="chat-aside">{aside}</div> : null}
      </header>
      <QueryFault query={messages} stale="Messages may be missing." />
      {data ? (
        <MessageLog
          label={`Messages: ${title}`}
          messages={data}
          onRetry={sending.retry}
          onDiscard={sending.discard}
        />
      ) : (
        <div className="log-frame" aria-busy={!error}>
          {error ? null : <p className="log-empty">Loading the messages…</p>}
        </div>
      )}
      <p className="activity" role="status">
        {activity}
      </p>
      {data ? (
        <Composer
          label={writeLabel}
          draft={sending.draft}
          onSend={(text) => sending.send(text)}
          {...(onTyping && { onTyping })}
        />
      ) : (
        <div className="composer" />
      )}
    </section>
  );
}
