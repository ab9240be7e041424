// The state of the connection in words and colour.
import { type ConnectionStatus, POLL_MS } from "./connection-status.ts";

const seconds = POLL_MS / 1_000;

const words: Readonly<Record<ConnectionStatus, { readonly short: string; readonly long: string }>> =
  {
    connecting: { short: "Connecting…", long: "Changes will show by themselves in a moment." },
    live: { short: "Live", long: "Changes show by themselves." },
    reconnecting: {
      short: "Reconnecting…",
      long: "The connection was lost; the page is getting it back.",
    },
    unreachable: {
      short: "No connection",
      long: `The page keeps trying, and asks for changes every ${seconds} seconds meanwhile.`,
    },
    refused: {
      short: "Refused",
      long: `The realtime server refused this page, which asks for changes every ${seconds} seconds instead.`,
    },
    off: {
      short: "Realtime is off",
      long: `The page asks for changes every ${seconds} seconds.`,
    },
  };

export interface ConnectionBadgeProps {
  readonly status: ConnectionStatus;
}

export function ConnectionBadge({ status }: ConnectionBadgeProps) {
  const { short, long } = words[status];
  return (
    <div className={`connection is-${status}`} role="status" aria-label="Connection">
      <strong>{short}</strong> <span>{long}</span>
    </div>
  );
}
