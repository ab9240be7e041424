// A subscription against the contract.
import { quote } from "../protocol/quote.ts";
import { isUserChannel } from "../protocol/users/user-channel.ts";
import { describeDeprecation } from "./describe-deprecation.ts";
import { replacementOfChannel } from "./find-replacement.ts";
import type { Finding } from "./finding.ts";
import type { ContractIndex } from "./index-contract.ts";
import { nearestChannel } from "./nearest.ts";

/** Answers what is wrong with a client's subscription. */
export function judgeSubscription(
  index: ContractIndex,
  { channel: name, socketId }: { channel: string; socketId: string },
): readonly Finding[] {
  if (isUserChannel(name)) return [];
  const channel = index.channelOf(name);
  const subject = `subscription to ${quote(name)} by ${socketId}`;
  if (!channel) {
    const nearest = nearestChannel(index, name);
    const wayOut = nearest ? `subscribe to ${quote(nearest)}` : "add it to the contract";
    return [
      {
        severity: "error",
        code: "subscription-unknown",
        channel: name,
        socketId,
        message: `${subject}: the contract has no such channel; ${wayOut}`,
        ...(nearest && { nearest }),
      },
    ];
  }
  if (!channel.deprecated) return [];
  const { use } = channel.deprecated;
  const nearest = replacementOfChannel(index.contract, channel);
  const other = nearest ?? use;
  return [
    {
      severity: "warning",
      code: "channel-deprecated",
      channel: name,
      socketId,
      part: channel.key,
      message: `${subject}: the channel ${describeDeprecation(channel.deprecated)}${other ? `; use ${quote(other)}` : ""}`,
      ...(nearest && { nearest }),
    },
  ];
}
