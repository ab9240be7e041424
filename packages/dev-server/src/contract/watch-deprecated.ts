// Who still uses what a contract is leaving behind.
import type { Deprecation } from "@lockstep/runtime";
import type { Clock } from "../protocol/clock.ts";
import type { DevServerEvent } from "../protocol/observed.ts";
import { setLatest } from "../protocol/set-latest.ts";
import type { Contract, ContractChannel, ContractEvent } from "./contract.ts";
import { replacementOfChannel, replacementOfEvent } from "./find-replacement.ts";
import { type ContractIndex, indexContract } from "./index-contract.ts";

// clients whose sending is remembered, for each event
const mostSenders = 50;

/** A deprecated channel, or a deprecated event of one. */
export interface DeprecatedPart {
  readonly channel: ContractChannel;
  /** Absent where the whole channel is meant. */
  readonly event?: ContractEvent;
  readonly deprecation: Deprecation;
  /** The address or the event name that replaces it, else the contract's own word. */
  readonly replacement: string | undefined;
  /** Who sent it, the latest first. */
  readonly senders: readonly DeprecatedSender[];
}

/** The backend, or a client. */
export interface DeprecatedSender {
  /** Absent for the backend. */
  readonly socketId: string | undefined;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

export interface DeprecatedWatch {
  /** Answers whether something deprecated was sent. */
  take(event: DevServerEvent): boolean;
  /** Every deprecated part of the contract, also where nobody uses it. */
  parts(): readonly DeprecatedPart[];
  /** The deprecated channels, or channels with deprecated events, that a name belongs to. */
  channelOf(name: string): ContractChannel | undefined;
  /** What was sent before counts no longer. */
  useContract(contract: Contract): void;
}

/** Watches what is sent; what it remembers is bounded by the contract. */
export function watchDeprecated(contract: Contract | undefined, clock: Clock): DeprecatedWatch {
  let index = contract && indexContract(contract);
  let senders = new Map<string, Map<string | undefined, DeprecatedSender>>();
  const count = (id: string, socketId: string | undefined) => {
    const known = senders.get(id) ?? new Map<string | undefined, DeprecatedSender>();
    const before = known.get(socketId)?.count ?? 0;
    const sender = { socketId, count: before + 1, lastAt: clock.now() };
    setLatest(known, [socketId, sender], mostSenders);
    senders.set(id, known);
  };
  const sendersOf = (id: string) => [...(senders.get(id)?.values() ?? [])].reverse();
  return {
    take(event) {
      if (event.type !== "published" && event.type !== "client-event") return false;
      const used = index ? usedBy(index, event.channel, event.event) : [];
      for (const id of used) count(id, event.type === "published" ? undefined : event.socketId);
      return used.length > 0;
    },
    parts: () => (index ? partsOf(index.contract, sendersOf) : []),
    channelOf(name) {
      const channel = index?.channelOf(name);
      return isConcerned(channel) ? channel : undefined;
    },
    useContract(other) {
      index = indexContract(other);
      senders = new Map();
    },
  };
}

function isConcerned(channel: ContractChannel | undefined): boolean {
  return Boolean(channel?.deprecated ?? channel?.events.some(({ deprecated }) => deprecated));
}

function usedBy(index: ContractIndex, channelName: string, eventName: string): readonly string[] {
  const { channel, event } = index.eventOf(channelName, eventName) ?? {};
  return [
    ...(channel?.deprecated ? [idOf(channel)] : []),
    ...(channel && event?.deprecated ? [idOf(channel, event)] : []),
  ];
}

function partsOf(
  contract: Contract,
  sendersOf: (id: string) => readonly DeprecatedSender[],
): readonly DeprecatedPart[] {
  return contract.channels.flatMap((channel) => {
    const events = channel.events.flatMap((event): DeprecatedPart[] => {
      const { deprecated: deprecation } = event;
      if (!deprecation) return [];
      const replacement = replacementOfEvent(contract, channel, event) ?? deprecation.use;
      const senders = sendersOf(idOf(channel, event));
      return [{ channel, event, deprecation, replacement, senders }];
    });
    const { deprecated: deprecation } = channel;
    if (!deprecation) return events;
    const replacement = replacementOfChannel(contract, channel) ?? deprecation.use;
    return [{ channel, deprecation, replacement, senders: sendersOf(idOf(channel)) }, ...events];
  });
}

function idOf(channel: ContractChannel, event?: ContractEvent): string {
  return event ? `${channel.key}\n${event.key}` : channel.key;
}
