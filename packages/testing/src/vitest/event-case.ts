// What the tests of one event are given.
import type { ChannelModel, MessageModel } from "@lockstep/codegen/contract";
import type { InvalidPayload, Payloads } from "../payloads/create-payloads.ts";
import { distinct } from "../payloads/maker.ts";
import type { NamedChannel } from "./channel-parameters.ts";
import type { EventPlace, GeneratedModules } from "./event-sides.ts";
import type { Wire } from "./open-wire.ts";

export interface EventCase extends GeneratedModules {
  /** Throws where the channel's parameters cannot be made. */
  readonly place: () => EventPlace;
  /** Open while a test runs. */
  readonly wire: () => Wire;
  /** The document's examples first. */
  readonly valid: readonly unknown[];
  readonly invalid: readonly InvalidPayload[];
  /** Attributes beside the payload that the contract asks for. */
  readonly extensions: object;
  /** How many payloads there are, and how many of them are examples. */
  readonly title: string;
}

export interface EventCaseParts extends GeneratedModules {
  readonly channel: ChannelModel;
  readonly message: MessageModel;
  readonly named: () => NamedChannel;
  readonly wire: () => Wire;
  readonly payloads: Payloads;
  readonly extensions: object;
}

export function createEventCase({
  channel,
  message,
  named,
  payloads: { valid, invalid },
  ...rest
}: EventCaseParts): EventCase {
  const examples = message.examples.map(({ payload }) => payload);
  const all = distinct([...examples, ...valid]);
  const told = examples.length > 0 ? ` (${examples.length} from the document)` : "";
  return {
    ...rest,
    place: () => ({ channel, message, named: named() }),
    valid: all,
    invalid,
    title: `${all.length} valid payload${all.length === 1 ? "" : "s"}${told}`,
  };
}
