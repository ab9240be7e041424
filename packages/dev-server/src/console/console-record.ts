// What happened, as the console shows it.
import type { Finding } from "../contract/finding.ts";
import type { DevServerEvent } from "../protocol/observed.ts";
import type { ConsoleRecord, Verdict } from "./page/wire.ts";

// longer than the hosted service takes, so that only what somebody allowed by an option is cut
const longest = 16_384;

/** Answers the record of an event, without its number and time; `undefined` for what another record already says. */
export function recordOf(
  event: DevServerEvent,
  { findings, isJudged }: { findings: readonly Finding[]; isJudged: boolean },
): Omit<ConsoleRecord, "id" | "at"> | undefined {
  if (event.type === "channel-occupied" || event.type === "channel-vacated") return undefined;
  const known = event as Partial<Record<string, unknown>>;
  return {
    kind: event.type,
    ...texts(known),
    ...(typeof known.subscribers === "number" && { subscribers: known.subscribers }),
    ...(typeof known.data === "string" && {
      data: known.data.slice(0, longest),
      dataBytes: Buffer.byteLength(known.data),
    }),
    ...detailOf(event),
    verdict: verdictOf(event, { findings, isJudged }),
    findings,
  };
}

const textFields = ["channel", "event", "socketId", "userId"] as const;

function texts(
  event: Partial<Record<string, unknown>>,
): Pick<ConsoleRecord, (typeof textFields)[number]> {
  const entries = textFields.flatMap((name) =>
    typeof event[name] === "string" ? [[name, event[name]]] : [],
  );
  return Object.fromEntries(entries);
}

function detailOf(event: DevServerEvent): { detail?: string } {
  switch (event.type) {
    case "connected":
      return event.client === undefined ? {} : { detail: event.client };
    case "disconnected":
      return event.code === undefined ? {} : { detail: `close code ${event.code}` };
    case "published":
      return event.exceptSocketId === undefined ? {} : { detail: `except ${event.exceptSocketId}` };
    case "refused":
      return { detail: `${event.action}: ${event.message}` };
    case "dropped":
      return { detail: `${event.bufferedBytes} bytes were unread` };
    case "webhook-failed":
      return { detail: `${event.url}: ${event.problem}` };
    case "fault":
      return { detail: event.error instanceof Error ? event.error.message : String(event.error) };
    default:
      return {};
  }
}

function verdictOf(
  { type }: DevServerEvent,
  { findings, isJudged }: { findings: readonly Finding[]; isJudged: boolean },
): Verdict {
  if (findings.some(({ severity }) => severity === "error")) return "error";
  if (findings.length > 0) return "warning";
  const isOfTheContract = type === "published" || type === "client-event" || type === "subscribed";
  return isJudged && isOfTheContract ? "valid" : "none";
}
