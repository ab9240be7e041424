// A channel's address holds only characters that Pusher takes.
import { hasChannelNameCharacters, parseAddress } from "@lockstep/runtime";
import { addressOrigin, diagnose, type Rule } from "./rule.ts";

/** @see https://pusher.com/docs/channels/using_channels/channels/#channel-naming-conventions */
export const addressCharacters: Rule = (model) =>
  model.channels.flatMap((channel) => {
    const { address, key } = channel;
    if (address.startsWith("#")) {
      const message = `channel "${key}": "#" begins the channels of Pusher's own; remove it from "${address}"`;
      return [diagnose(addressOrigin(model, channel), { code: "address-reserved", message })];
    }
    const illegal = new Set(
      parseAddress(address)
        .flatMap((segment) => ("literal" in segment ? [...segment.literal] : []))
        .filter((character) => !hasChannelNameCharacters(character)),
    );
    if (illegal.size === 0) return [];
    const found = [...illegal].map((character) => JSON.stringify(character)).join(", ");
    const message = `channel "${key}": ${found} cannot stand in the channel name "${address}"; use letters, digits and _ - = @ , . ;`;
    return [diagnose(addressOrigin(model, channel), { code: "address-characters", message })];
  });
