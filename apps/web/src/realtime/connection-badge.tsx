// The state of the connection in words and colour.
import { type ConnectionStatus, POLL_MS } from "./connection-status.ts";

const seconds = POLL_MS / 1_000;

const words: Readonly<Record<ConnectionStatus, { readonly short: string; readonly long: string }>> =
  {
    connecting: { short: "Connecting…", long: "Changes will soon show by themselves." },
    live: { short: "Live", long: "Changes show by themselves." },
    reconnecting: { short: "Reconnecting…", long: "The page is getting the connection back." },
    unreachable: {
      short: "No connection",
      long: `Trying again, and asking every ${seconds} seconds.`,
    },
    refused: { short: "Refused", long: `The page asks for changes every ${seconds} seconds.` },
    off: { short: "Realtime is off", long: `The page asks for changes every ${seconds} seconds.` },
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
