// The payloads of a contract's events, by channel and key, from the document.
import { nearestName } from "@lockstep/runtime";
import { loadTestContract } from "../load-test-contract.ts";
import { createPayloads, type PayloadOptions, type Payloads } from "./create-payloads.ts";

export interface ContractPayloads {
  /**
   * Answers what can be made for an event, by the keys of its channel and message in the contract.
   *
   * @throws {Error} for a key that the contract does not have, naming the nearest one
   */
  of(channel: string, message: string): Payloads;
}

/**
 * Loads a contract and answers the payloads of its events.
 *
 * ```ts
 * const payloads = await loadPayloads("asyncapi/asyncapi.yaml", { seed: 7 });
 * test.each(payloads.of("hotelOffers", "offerDeleted").valid)("takes %j", (payload) => …);
 * ```
 *
 * @throws {Error} with every diagnostic when the document is no valid contract
 */
export async function loadPayloads(
  document: string | URL,
  options: PayloadOptions = {},
): Promise<ContractPayloads> {
  const model = await loadTestContract(document);
  const make = createPayloads(model, options);
  return {
    of(channelKey, messageKey) {
      const channel = pick(model.channels, channelKey, "channel");
      return make(pick(channel.messages, messageKey, `message of channel ${channelKey}`).payload);
    },
  };
}

function pick<Item extends { readonly key: string }>(
  items: readonly Item[],
  key: string,
  what: string,
): Item {
  const found = items.find((item) => item.key === key);
  if (found) return found;
  const keys = items.map((item) => item.key);
  const nearest = nearestName(key, keys);
  const hint = nearest === undefined ? `known are ${keys.join(", ")}` : `did you mean "${nearest}"`;
  throw new Error(`"${key}" is no ${what}; ${hint}`);
}
