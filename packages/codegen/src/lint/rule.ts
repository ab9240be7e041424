// What a rule is.
import type { Diagnostic, Severity } from "../diagnostic.ts";
import type { ChannelModel, ContractModel, MessageModel, Origin } from "../model/contract-model.ts";

/** Judges a whole model; answers findings in any order. */
export type Rule = (model: ContractModel) => Diagnostic[];

export interface Finding {
  /** @default "error" */
  readonly severity?: Severity;
  readonly code: string;
  /** `subject: problem; way out`. */
  readonly message: string;
}

export function diagnose(
  origin: Origin,
  { severity = "error", code, message }: Finding,
): Diagnostic {
  return { severity, code, ...origin, message };
}

/** Where a channel's address is written. */
export function addressOrigin(model: ContractModel, channel: ChannelModel): Origin {
  return model.locate(channel.origin, "/address");
}

/** Where a message's wire name is written; the message itself where its key is the name. */
export function nameOrigin(model: ContractModel, message: MessageModel): Origin {
  return model.locate(message.origin, "/name");
}
