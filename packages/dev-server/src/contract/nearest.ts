// Which name of the contract was meant.
import { nearestName } from "@lockstep/runtime";
import type { ContractChannel } from "./contract.ts";
import type { ContractIndex } from "./index-contract.ts";

/** Answers the name of a channel that was meant, else the address of one, else `undefined`. */
export function nearestChannel(index: ContractIndex, name: string): string | undefined {
  const spelled = name.toLowerCase().replaceAll("_", "-");
  const bare = spelled.replace(/^(?:private-|presence-)/, "");
  const names = [spelled, bare, `private-${bare}`, `presence-${bare}`];
  return (
    names.find((one) => one !== name && index.channelOf(one)) ??
    nearestName(
      name,
      index.contract.channels.map(({ address }) => address),
    )
  );
}

/** Answers the event of a channel that was meant; words that mean the same count as the same. */
export function nearestEvent(channel: ContractChannel, name: string): string | undefined {
  const names = channel.events.map((event) => event.name);
  const meaning = meaningOf(name);
  return names.find((one) => meaningOf(one) === meaning) ?? nearestName(name, names);
}

const verbs: readonly (readonly string[])[] = [
  ["new", "created", "received", "added", "sent", "create", "add"],
  ["deleted", "removed", "destroyed", "delete", "remove"],
  ["updated", "changed", "modified", "edited", "update", "change"],
];

function meaningOf(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[-_.:/\s]+/)
    .map((word) => verbs.find((group) => group.includes(word))?.[0] ?? word)
    .sort()
    .join(" ");
}
