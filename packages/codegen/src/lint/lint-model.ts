// Pusher's rules and the contract's own promises, judged before any code is made.
import type { Diagnostic } from "../diagnostic.ts";
import type { ContractModel } from "../model/contract-model.ts";
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
  return rules.flatMap((rule) => rule(model));
}

const rules: readonly Rule[] = [
  addressCharacters,
  addressDuplicate,
  addressLength,
  addressOverlap,
  addressParameters,
  clientEvents,
  eventNameDuplicate,
  eventNames,
  messageExamples,
  parameterRules,
  parameterValues,
  payloadSize,
  replacementAmbiguous,
];
