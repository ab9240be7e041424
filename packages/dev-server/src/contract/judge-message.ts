// An event on the wire against the contract.
import { channelKindOf, channelTraitsOf } from "@lockstep/runtime";
import { quote } from "../protocol/quote.ts";
import { isUserChannel } from "../protocol/users/user-channel.ts";
import type { ContractChannel, ContractEvent } from "./contract.ts";
import { describeDeprecation } from "./describe-deprecation.ts";
import { replacementOfChannel, replacementOfEvent } from "./find-replacement.ts";
import type { Finding } from "./finding.ts";
import type { ContractIndex } from "./index-contract.ts";
import { judgeData } from "./judge-data.ts";
import { nearestChannel, nearestEvent } from "./nearest.ts";

/** What a publisher or a client sent. */
export interface WireMessage {
  readonly channel: string;
  readonly event: string;
  readonly data: string | undefined;
  /** The client that sent it; absent for the backend. */
  readonly socketId?: string;
}

/** Answers what is wrong with it, what matters most first; empty where it is what the contract says. */
export function judgeMessage(index: ContractIndex, message: WireMessage): readonly Finding[] {
  // what is sent to a user stands in no contract: it has no address
  if (isUserChannel(message.channel)) return [];
  const channels = index.channelsOf(message.channel);
  const has = (one: ContractChannel) => one.events.some(({ name }) => name === message.event);
  const channel = channels.find(has) ?? channels[0];
  if (!channel) return [unknownChannel(index, message)];
  const event = channel.events.find(({ name }) => name === message.event);
  if (!event) return [unknownEvent(channel, message)];
  return [
    // nobody but the subscribers can read it
    ...(channelTraitsOf(channelKindOf(message.channel)).encrypted ? [] : judgeData(event, message)),
    ...deprecations(index, { channel, event, message }),
  ];
}

/** Which event on which channel, and who sent it: the head of a finding. */
export function aboutMessage({
  channel,
  event,
  socketId,
}: WireMessage): Pick<Finding, "channel" | "event" | "socketId"> {
  return { channel, event, ...(socketId !== undefined && { socketId }) };
}

function unknownChannel(index: ContractIndex, message: WireMessage): Finding {
  const nearest = nearestChannel(index, message.channel);
  const wayOut = nearest
    ? `; publish on ${quote(nearest)}, or add it to the contract`
    : "; add it to the contract";
  return {
    severity: "error",
    code: "channel-unknown",
    ...aboutMessage(message),
    message: `${quote(message.event)} on ${quote(message.channel)}: the contract has no such channel${wayOut}`,
    ...(nearest && { nearest }),
  };
}

function unknownEvent(channel: ContractChannel, message: WireMessage): Finding {
  const nearest = nearestEvent(channel, message.event);
  const names = channel.events.map(({ name }) => quote(name)).join(", ");
  const wayOut = nearest ? `use ${quote(nearest)}` : `it has ${names || "no events at all"}`;
  return {
    severity: "error",
    code: "event-unknown",
    ...aboutMessage(message),
    message: `${quote(message.event)} on ${quote(message.channel)}: the contract's ${channel.key} has no such event; ${wayOut}`,
    ...(nearest && { nearest }),
  };
}

function deprecations(
  { contract }: ContractIndex,
  {
    channel,
    event,
    message,
  }: { channel: ContractChannel; event: ContractEvent; message: WireMessage },
): Finding[] {
  const findings: Finding[] = [];
  if (event.deprecated) {
    const nearest = replacementOfEvent(contract, channel, event);
    const use = nearest ?? event.deprecated.use;
    findings.push({
      severity: "warning",
      code: "event-deprecated",
      ...aboutMessage(message),
      part: `${channel.key}/${event.key}`,
      message: `${quote(message.event)} on ${quote(message.channel)}: the event ${describeDeprecation(event.deprecated)}${use ? `; use ${quote(use)}` : ""}`,
      ...(nearest && { nearest }),
    });
  }
  if (channel.deprecated) {
    const nearest = replacementOfChannel(contract, channel);
    const use = nearest ?? channel.deprecated.use;
    findings.push({
      severity: "warning",
      code: "channel-deprecated",
      ...aboutMessage(message),
      part: channel.key,
      message: `${quote(message.event)} on ${quote(message.channel)}: the channel ${describeDeprecation(channel.deprecated)}${use ? `; use ${quote(use)}` : ""}`,
      ...(nearest && { nearest }),
    });
  }
  return findings;
}
