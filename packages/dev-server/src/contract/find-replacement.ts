// The wire name of what replaces something deprecated.
import type { Contract, ContractChannel, ContractEvent } from "./contract.ts";

/** Answers the address of the channel that replaces another. */
export function replacementOfChannel(
  { channels }: Contract,
  { deprecated }: ContractChannel,
): string | undefined {
  return channels.find(({ key }) => key === deprecated?.use)?.address;
}

/** Answers the name of the event that replaces another: of its own channel, else of any. */
export function replacementOfEvent(
  { channels }: Contract,
  own: ContractChannel,
  { deprecated }: ContractEvent,
): string | undefined {
  const events = [own, ...channels].flatMap((channel) => channel.events);
  return events.find(({ key }) => key === deprecated?.use)?.name;
}
