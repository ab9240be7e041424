// What happened, as the console shows it.
import type { Finding } from "../contract/finding.ts";
import type { DevServerEvent } from "../protocol/observed.ts";
import type { ConsoleRecord, Verdict } from "./page/wire.ts";

// longer than the hosted service takes, so that only what somebody allowed by an option is cut
const mostCharacters = 16_384;

/** What a record is made of: kept as it came, since most is never looked at. */
export interface Observation {
  readonly id: number;
  readonly at: number;
  /** Absent for what time alone brought to light. */
  readonly event: DevServerEvent | undefined;
  readonly findings: readonly Finding[];
  /** Whether there was a contract to judge by. */
  readonly isJudged: boolean;
}

export function recordOf(observation: Observation): ConsoleRecord {
  const { id, at, event, findings } = observation;
  if (!event) return { id, at, kind: "finding", ...noticed(findings) };
  const known = event as Partial<Record<string, unknown>>;
  return {
    id,
    at,
    kind: event.type,
    ...texts(known),
    ...(typeof known.subscribers === "number" && { subscribers: known.subscribers }),
    ...(typeof known.data === "string" && {
      data: known.data.slice(0, mostCharacters),
      dataBytes: Buffer.byteLength(known.data),
    }),
    ...detailOf(event),
    verdict: verdictOf(event, observation),
    findings,
  };
}

function noticed(
  findings: readonly Finding[],
): Pick<ConsoleRecord, "socketId" | "verdict" | "findings"> {
  const [first] = findings;
  return {
    ...(first?.socketId !== undefined && { socketId: first.socketId }),
    verdict: first?.severity ?? "none",
    findings,
  };
}

const judged: ReadonlySet<string> = new Set([
  "published",
  "client-event",
  "subscribed",
  "member-added",
]);

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
  { findings, isJudged }: Pick<Observation, "findings" | "isJudged">,
): Verdict {
  if (findings.some(({ severity }) => severity === "error")) return "error";
  if (findings.length > 0) return "warning";
  return isJudged && judged.has(type) ? "valid" : "none";
}
