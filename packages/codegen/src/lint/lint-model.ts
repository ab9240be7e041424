// Pusher's rules, applied to a whole contract before any code is made.
import type { Diagnostic } from "../diagnostic.ts";
import type { ContractModel } from "../model/contract-model.ts";

/** Judges a model by every rule; one file holds one rule. */
export function lintModel(model: ContractModel): Diagnostic[] {
  return rules.flatMap((rule) => rule(model));
}

const rules: readonly ((model: ContractModel) => Diagnostic[])[] = [];
