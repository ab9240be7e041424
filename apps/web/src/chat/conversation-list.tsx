// The conversations that somebody can open, the latest word of each below its title.
import { Link } from "wouter";
import { formatTime } from "./format-time.ts";

export interface ConversationLink {
  readonly id: number;
  readonly href: string;
  readonly title: string;
  /** The latest message, or what else there is to say. */
  readonly preview: string;
  /** When the latest message was written. */
  readonly at?: string | undefined;
  /** A word that asks for attention, such as “3 unread”. */
  readonly mark?: string | undefined;
}

export interface ConversationListProps {
  readonly label: string;
  readonly conversations: readonly ConversationLink[];
  readonly currentId?: number | undefined;
}

export function ConversationList({ label, conversations, currentId }: ConversationListProps) {
  return (
    <nav className="conversations" aria-label={label}>
      <ul>
        {conversations.map(({ id, href, title, preview, at, mark }) => (
          <li key={id}>
            <Link href={href} aria-current={id === currentId ? "page" : undefined}>
              <strong>{title}</strong>
              {at ? <time dateTime={at}>{formatTime(at)}</time> : null}
              <span className="preview">{preview}</span>
              {mark ? <span className="mark">{mark}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
