// What a server refused: the client seldom tells anybody, so this does.
import type { DevServerEvent } from "../protocol/observed.ts";
import { quote } from "../protocol/quote.ts";
import type { Finding, FindingCode } from "./finding.ts";
import type { ContractIndex } from "./index-contract.ts";
import { nearestChannel } from "./nearest.ts";

type Refused = Extract<DevServerEvent, { type: "refused" }>;

const codes: Readonly<Partial<Record<Refused["action"], FindingCode>>> = {
  subscribe: "subscription-refused",
  "client-event": "client-event-refused",
  signin: "connection-refused",
  connect: "connection-refused",
  request: "request-refused",
};

const subjects: Readonly<Partial<Record<Refused["action"], string>>> = {
  "client-event": "client event",
  signin: "sign-in",
  connect: "connection",
  request: "request",
};

/** Answers the finding of a refusal; none for messages that no client library sends. */
export function judgeRefusal(
  index: ContractIndex | undefined,
  { action, channel, socketId, message }: Refused,
): readonly Finding[] {
  const code = codes[action];
  if (code === undefined) return [];
  const by = socketId === undefined ? "" : ` by ${socketId}`;
  const on = channel === undefined ? "" : ` on ${quote(channel)}`;
  const subject =
    action === "subscribe" ? `subscription to ${quote(channel ?? "")}` : `${subjects[action]}${on}`;
  const isUnknown = channel !== undefined && index !== undefined && !index.channelOf(channel);
  const nearest = isUnknown && action === "subscribe" ? nearestChannel(index, channel) : undefined;
  return [
    {
      severity: "warning",
      code,
      ...(channel !== undefined && { channel }),
      ...(socketId !== undefined && { socketId }),
      message: `${subject}${by}: refused: ${message}${nearest ? `; the contract has ${quote(nearest)}` : ""}`,
      ...(nearest && { nearest }),
    },
  ];
}
