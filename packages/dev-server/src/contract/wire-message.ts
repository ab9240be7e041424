// A message as it crosses the wire, and how findings speak of it.
import { quote } from "../protocol/quote.ts";
import type { Finding } from "./finding.ts";

/** What a publisher or a client sent. */
export interface WireMessage {
  readonly channel: string;
  readonly event: string;
  readonly data: string | undefined;
  /** The client that sent it; absent for the backend. */
  readonly socketId?: string;
}

/** Which event on which channel, and who sent it: the head of a finding. */
export function aboutMessage({
  channel,
  event,
  socketId,
}: WireMessage): Pick<Finding, "channel" | "event" | "socketId"> {
  return { channel, event, ...(socketId !== undefined && { socketId }) };
}

/** `"new-message" on "hotel-killarney"`, which the sentence of a finding begins with. */
export function subjectOf({ channel, event }: WireMessage): string {
  return `${quote(event)} on ${quote(channel)}`;
}
