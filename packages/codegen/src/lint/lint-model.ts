// Pusher's rules and the contract's own promises, judged before any code is made.
import type { Diagnostic } from "../diagnostic.ts";
import type { ChannelModel, ContractModel } from "../model/contract-model.ts";
import { addressCharacters } from "./address-characters.ts";
import { addressDuplicate } from "./address-duplicate.ts";
import { addressLength } from "./address-length.ts";
import { addressOverlap } from "./address-overlap.ts";
import { addressParameters } from "./address-parameters.ts";
import { clientEvents } from "./client-events.ts";
import { eventNameDuplicate } from "./event-name-duplicate.ts";
import { eventNames } from "./event-names.ts";
import { messageExamples } from "./message-examples.ts";
import { parameterRules } from "./parameter-rules.ts";
import { parameterValues } from "./parameter-values.ts";
import { payloadSize } from "./payload-size.ts";
import { replacementAmbiguous } from "./replacement-ambiguous.ts";
import type { Rule } from "./rule.ts";

/** Judges a model by every rule; one file holds one rule. */
export function lintModel(model: ContractModel): Diagnostic[] {
  return [...nameRules, ...contentRules].flatMap((rule) => rule(model));
}

/**
 * Judges what could be built of a document with errors: the addresses and names of the channels that are whole. What
 * takes schemas, or channels that lead to each other, has to wait until the errors are gone.
 */
export function lintPart(part: ContractModel, errors: readonly Diagnostic[]): Diagnostic[] {
  const channels = part.channels.filter((channel) => isWhole(channel, errors));
  return nameRules.flatMap((rule) => rule({ ...part, channels }));
}

/** Whether no error is about the channel itself; those of its messages do not change its name. */
function isWhole({ origin }: ChannelModel, errors: readonly Diagnostic[]): boolean {
  return !errors.some(
    ({ severity, file, pointer }) =>
      severity === "error" && file === origin.file && isOfChannel(pointer, origin.pointer),
  );
}

function isOfChannel(pointer: string, channel: string): boolean {
  const isInside = pointer === channel || pointer.startsWith(`${channel}/`);
  return isInside && !/^\/(?:messages|publish|subscribe)\//.test(pointer.slice(channel.length));
}

/** Of addresses, parameters and names. */
const nameRules: readonly Rule[] = [
  addressCharacters,
  addressDuplicate,
  addressLength,
  addressOverlap,
  addressParameters,
  clientEvents,
  eventNameDuplicate,
  eventNames,
  parameterRules,
  parameterValues,
];

/** Of what schemas and several channels say together. */
const contentRules: readonly Rule[] = [messageExamples, payloadSize, replacementAmbiguous];
