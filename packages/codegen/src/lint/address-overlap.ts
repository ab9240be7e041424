// No name belongs to two channels, and every channel has a name.
import { parseAddress } from "@lockstep/runtime";
import type { Diagnostic, Severity } from "../diagnostic.ts";
import type { ChannelModel, ContractModel } from "../model/contract-model.ts";
import { findSharedName, type NameLanguage, nameLanguageOf } from "../names/name-language.ts";
import { addressOrigin, diagnose, type Rule } from "./rule.ts";

/**
 * Reports two addresses that can give one name, with such a name. Where one of them is deprecated and both are public
 * it is a warning: old names cannot be chosen anew, and anyone may read both.
 */
export const addressOverlap: Rule = (model) => {
  const candidates = model.channels.flatMap((channel) => prepare(model, channel));
  const diagnostics = candidates.flatMap(({ diagnostic }) => diagnostic ?? []);
  for (const [index, { channel, language }] of candidates.entries()) {
    for (const other of candidates.slice(0, index)) {
      if (!mayMeet(channel, other.channel)) continue;
      const name = language && other.language && findSharedName(language, other.language);
      if (name !== undefined) {
        diagnostics.push(describeOverlap(model, [channel, other.channel], name));
      }
    }
  }
  return diagnostics;
};

interface Candidate {
  readonly channel: ChannelModel;
  readonly language?: NameLanguage;
  readonly diagnostic?: Diagnostic;
}

function prepare(model: ContractModel, channel: ChannelModel): Candidate[] {
  const origin = addressOrigin(model, channel);
  try {
    const language = nameLanguageOf(channel);
    if (!language.isEmpty) return [{ channel, language }];
    const message = `channel "${channel.key}": no values of its parameters make a name of "${channel.address}"; loosen their rules`;
    return [{ channel, diagnostic: diagnose(origin, { code: "address-impossible", message }) }];
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "TooManyNodesError") throw error;
    const message = `channel "${channel.key}": the patterns of its parameters are too large to compare; shorten them or their repetitions`;
    return [
      { channel, diagnostic: diagnose(origin, { code: "address-overlap-unknown", message }) },
    ];
  }
}

/** Cheap and never wrong with "no": names of different kinds, beginnings or ends are different names. */
function mayMeet(a: ChannelModel, b: ChannelModel): boolean {
  if (a.kind !== b.kind || a.address === b.address) return false;
  const [beginA, beginB] = [edgeOf(a, 0), edgeOf(b, 0)];
  const [endA, endB] = [edgeOf(a, -1), edgeOf(b, -1)];
  const beginsAlike = beginA.startsWith(beginB) || beginB.startsWith(beginA);
  return beginsAlike && (endA.endsWith(endB) || endB.endsWith(endA));
}

function edgeOf({ address }: ChannelModel, index: 0 | -1): string {
  const segment = parseAddress(address).at(index);
  return segment && "literal" in segment ? segment.literal : "";
}

function describeOverlap(
  model: ContractModel,
  pair: readonly [ChannelModel, ChannelModel],
  name: string,
): Diagnostic {
  const isPublic = pair.every(({ kind }) => kind === "public");
  const deprecated = pair.find((channel) => channel.deprecated !== undefined);
  const severity: Severity = isPublic && deprecated ? "warning" : "error";
  // of the two, the one that is to go should be looked at first
  const [channel, other] = deprecated === pair[1] ? [pair[1], pair[0]] : pair;
  const message = `channel "${channel.key}": "${channel.address}" and "${other.address}" of "${other.key}" can both be "${name}"; give one of them a beginning of its own, or tighten its parameters`;
  return diagnose(addressOrigin(model, channel), { severity, code: "address-overlap", message });
}
