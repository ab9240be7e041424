// A channel's name is short enough, whatever its parameters are.
import { channelNameLimit, type Parameter, parseAddress } from "@lockstep/runtime";
import type { ChannelModel } from "../model/contract-model.ts";
import { addressOrigin, diagnose, type Rule } from "./rule.ts";

/** @see https://pusher.com/docs/channels/using_channels/channels/#channel-naming-conventions */
export const addressLength: Rule = (model) =>
  model.channels.flatMap((channel) => {
    const { shortest, longest } = lengthsOf(channel);
    const excess = shortest > channelNameLimit ? shortest : longest;
    if (excess <= channelNameLimit || !Number.isFinite(excess)) return [];
    const extent = excess === shortest ? "at least" : "up to";
    const message = `channel "${channel.key}": its name has ${extent} ${excess} characters, and Pusher takes ${channelNameLimit}; shorten the address or bound its parameters`;
    return [diagnose(addressOrigin(model, channel), { code: "address-length", message })];
  });

interface Lengths {
  readonly shortest: number;
  /** Infinite where a parameter is not bounded; its values are then judged one by one at run time. */
  readonly longest: number;
}

function lengthsOf({ address, parameters }: ChannelModel): Lengths {
  const constraints = new Map(parameters.map(({ name, constraint }) => [name, constraint]));
  return parseAddress(address)
    .map((segment) => {
      if ("parameter" in segment) return valueLengths(constraints.get(segment.parameter));
      return { shortest: segment.literal.length, longest: segment.literal.length };
    })
    .reduce((sum, { shortest, longest }) => ({
      shortest: sum.shortest + shortest,
      longest: sum.longest + longest,
    }));
}

function valueLengths(constraint: Parameter | undefined): Lengths {
  if (constraint === undefined) return { shortest: 1, longest: Number.POSITIVE_INFINITY };
  if (constraint.type === "integer") {
    const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = constraint;
    return {
      shortest: minimum <= 9 && maximum >= 0 ? 1 : String(minimum > 9 ? minimum : maximum).length,
      longest: Math.max(String(minimum).length, String(maximum).length),
    };
  }
  const { minLength = 1, maxLength = Number.POSITIVE_INFINITY } = constraint;
  const lengths = constraint.enum?.map((value) => value.length);
  return {
    shortest: Math.max(1, lengths ? Math.min(...lengths) : minLength),
    longest: lengths ? Math.max(...lengths) : maxLength,
  };
}
