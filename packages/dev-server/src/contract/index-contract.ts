// Finding a contract's channels by a name on the wire.
import { parseAddress, parseChannelName } from "@lockstep/runtime";
import type { Contract, ContractChannel, ContractEvent } from "./contract.ts";

// names are read anew once so many are known: clients may make up as many as they like
const mostNames = 1000;

/** A contract, and what wire names belong to. */
export interface ContractIndex {
  readonly contract: Contract;
  /** The channel whose address says most of the name. */
  channelOf(name: string): ContractChannel | undefined;
  /** The event of that name, and the channel that has it; where none has it, the channel alone. */
  eventOf(channelName: string, eventName: string): FoundEvent | undefined;
}

export interface FoundEvent {
  readonly channel: ContractChannel;
  readonly event: ContractEvent | undefined;
}

export function indexContract(contract: Contract): ContractIndex {
  const known = new Map<string, readonly ContractChannel[]>();
  const channels = [...contract.channels].sort((a, b) => literalLength(b) - literalLength(a));
  // more than one only where a deprecated address overlaps another; the one that says most of the name first
  const channelsOf = (name: string): readonly ContractChannel[] => {
    const found = known.get(name);
    if (found) return found;
    if (known.size >= mostNames) known.clear();
    const matching = channels.filter((channel) => parseChannelName(channel, name));
    known.set(name, matching);
    return matching;
  };
  return {
    contract,
    channelOf: (name) => channelsOf(name)[0],
    eventOf(channelName, eventName) {
      const found = channelsOf(channelName).map((channel) => ({
        channel,
        event: channel.events.find(({ name }) => name === eventName),
      }));
      return found.find(({ event }) => event) ?? found[0];
    },
  };
}

function literalLength({ address }: ContractChannel): number {
  return parseAddress(address).reduce(
    (length, segment) => length + ("literal" in segment ? segment.literal.length : 0),
    0,
  );
}
