// No two channels share an address.
import { addressOrigin, diagnose, type Rule } from "./rule.ts";

/** One channel of Pusher is one channel of the contract. */
export const addressDuplicate: Rule = (model) =>
  model.channels.flatMap((channel, index) => {
    const first = model.channels.findIndex(({ address }) => address === channel.address);
    const other = model.channels[first];
    if (first === index || other === undefined) return [];
    const message = `channel "${channel.key}": "${channel.address}" is also the address of "${other.key}"; put the messages of both under one`;
    return [diagnose(addressOrigin(model, channel), { code: "address-duplicate", message })];
  });
