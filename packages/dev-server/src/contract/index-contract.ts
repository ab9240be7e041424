// Finding a contract's channels by a name on the wire.
import { parseAddress, parseChannelName } from "@lockstep/runtime";
import type { Contract, ContractChannel } from "./contract.ts";

// names are read anew once so many are known: clients may make up as many as they like
const longest = 1000;

/** A contract, and the channels that a wire name may belong to. */
export interface ContractIndex {
  readonly contract: Contract;
  /** The channel whose address says most of the name. */
  channelOf(name: string): ContractChannel | undefined;
  /** More than one only where a deprecated address overlaps another; the one that says most of the name first. */
  channelsOf(name: string): readonly ContractChannel[];
}

export function indexContract(contract: Contract): ContractIndex {
  const known = new Map<string, readonly ContractChannel[]>();
  const channels = [...contract.channels].sort((a, b) => literalLength(b) - literalLength(a));
  const channelsOf = (name: string): readonly ContractChannel[] => {
    const found = known.get(name);
    if (found) return found;
    if (known.size >= longest) known.clear();
    const matching = channels.filter((channel) => parseChannelName(channel, name));
    known.set(name, matching);
    return matching;
  };
  return { contract, channelsOf, channelOf: (name) => channelsOf(name)[0] };
}

function literalLength({ address }: ContractChannel): number {
  return parseAddress(address).reduce(
    (length, segment) => length + ("literal" in segment ? segment.literal.length : 0),
    0,
  );
}
