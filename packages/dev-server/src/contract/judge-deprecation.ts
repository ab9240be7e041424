// The use of something that a contract is leaving behind.
import type { Deprecation } from "@lockstep/runtime";
import { quote } from "../protocol/quote.ts";
import type { Contract, ContractChannel, ContractEvent } from "./contract.ts";
import { replacementOfChannel, replacementOfEvent } from "./find-replacement.ts";
import type { Finding } from "./finding.ts";

/** Who uses what, as the head of a finding, and in words. */
export interface Use extends Pick<Finding, "channel" | "event" | "socketId"> {
  readonly subject: string;
}

/** Answers a finding where the channel is deprecated. */
export function judgeDeprecatedChannel(
  contract: Contract,
  channel: ContractChannel,
  use: Use,
): readonly Finding[] {
  const nearest = replacementOfChannel(contract, channel);
  const { key: part, deprecated } = channel;
  return deprecated ? [warn(use, { kind: "channel", part, deprecated, nearest })] : [];
}

/** Answers a finding where the event is deprecated. */
export function judgeDeprecatedEvent(
  contract: Contract,
  { channel, event }: { readonly channel: ContractChannel; readonly event: ContractEvent },
  use: Use,
): readonly Finding[] {
  const nearest = replacementOfEvent(contract, channel, event);
  const { deprecated } = event;
  const part = `${channel.key}/${event.key}`;
  return deprecated ? [warn(use, { kind: "event", part, deprecated, nearest })] : [];
}

interface DeprecatedPart {
  readonly kind: "channel" | "event";
  readonly part: string;
  readonly deprecated: Deprecation;
  /** The wire name of what replaces it. */
  readonly nearest: string | undefined;
}

function warn(
  { subject, ...about }: Use,
  { kind, part, deprecated, nearest }: DeprecatedPart,
): Finding {
  const { since, sunset, use = "" } = deprecated;
  const from = since === undefined ? "" : ` since ${since}`;
  const until = sunset === undefined ? "" : `, until ${sunset}`;
  const other = nearest ?? use;
  const wayOut = other === "" ? "" : `; use ${quote(other)}`;
  return {
    severity: "warning",
    code: `${kind}-deprecated`,
    ...about,
    part,
    message: `${subject}: the ${kind} is deprecated${from}${until}${wayOut}`,
    ...(nearest && { nearest }),
  };
}
