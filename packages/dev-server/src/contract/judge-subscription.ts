// A subscription against the contract.
import { quote } from "../protocol/quote.ts";
import { isUserChannel } from "../protocol/users/user-channel.ts";
import type { Finding } from "./finding.ts";
import type { ContractIndex } from "./index-contract.ts";
import { judgeDeprecatedChannel } from "./judge-deprecation.ts";
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
  return judgeDeprecatedChannel(index.contract, channel, { channel: name, socketId, subject });
}
