// An event on the wire against the contract.
import { channelKindOf, channelTraitsOf } from "@lockstep/runtime";
import { quote } from "../protocol/quote.ts";
import { isUserChannel } from "../protocol/users/user-channel.ts";
import type { ContractChannel } from "./contract.ts";
import type { Finding } from "./finding.ts";
import type { ContractIndex } from "./index-contract.ts";
import { judgeData } from "./judge-data.ts";
import { judgeDeprecatedChannel, judgeDeprecatedEvent } from "./judge-deprecation.ts";
import { nearestChannel, nearestEvent } from "./nearest.ts";
import { aboutMessage, subjectOf, type WireMessage } from "./wire-message.ts";

/** Answers what is wrong with it, what matters most first; empty where it is what the contract says. */
export function judgeMessage(index: ContractIndex, message: WireMessage): readonly Finding[] {
  // what is sent to a user stands in no contract: it has no address
  if (isUserChannel(message.channel)) return [];
  const found = index.eventOf(message.channel, message.event);
  if (!found) return [unknownChannel(index, message)];
  const { channel, event } = found;
  if (!event) return [unknownEvent(channel, message)];
  const use = { ...aboutMessage(message), subject: subjectOf(message) };
  return [
    // nobody but the subscribers can read it
    ...(channelTraitsOf(channelKindOf(message.channel)).encrypted ? [] : judgeData(event, message)),
    ...judgeDeprecatedEvent(index.contract, { channel, event }, use),
    ...judgeDeprecatedChannel(index.contract, channel, use),
  ];
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
    message: `${subjectOf(message)}: the contract has no such channel${wayOut}`,
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
    message: `${subjectOf(message)}: the contract's ${channel.key} has no such event; ${wayOut}`,
    ...(nearest && { nearest }),
  };
}
