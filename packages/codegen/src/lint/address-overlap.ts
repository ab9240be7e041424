// No name belongs to two channels, and every channel has a name.
import { parseAddress } from "@lockstep/runtime";
import { TooManyNodesError } from "refa";
import type { Diagnostic, Severity } from "../diagnostic.ts";
import type { ChannelModel, ContractModel } from "../model/contract-model.ts";
import { findSharedNames, nameLanguageOf } from "../names/name-language.ts";
import { addressOrigin, diagnose, type Rule } from "./rule.ts";

/**
 * Reports two addresses that can give one name, with such a name. Where one of them is deprecated and both are public
 * it is a warning: old names cannot be chosen anew, and anyone may read both.
 */
export const addressOverlap: Rule = (model) => {
  const languages = new Map(
    model.channels.map((channel) => [channel, attempt(() => nameLanguageOf(channel))] as const),
  );
  return model.channels.flatMap((channel, index) => {
    const language = languages.get(channel);
    if (language === undefined) return [describeTooLarge(model, channel)];
    if (language.isEmpty) return [describeImpossible(model, channel)];
    return model.channels.slice(0, index).flatMap((other) => {
      const otherLanguage = languages.get(other);
      if (otherLanguage === undefined || !mayMeet(channel, other)) return [];
      const names = attempt(() => findSharedNames(language, otherLanguage));
      if (names === undefined) return [describeTooLarge(model, channel)];
      return names.map((name) => describeOverlap(model, [channel, other], name));
    });
  });
};

/** `undefined` where an automaton would grow out of bounds. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManyNodesError) return undefined;
    throw error;
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

function describeImpossible(model: ContractModel, channel: ChannelModel): Diagnostic {
  const message = `channel "${channel.key}": no values of its parameters make a name of "${channel.address}"; loosen their rules`;
  return diagnose(addressOrigin(model, channel), { code: "address-impossible", message });
}

function describeTooLarge(model: ContractModel, channel: ChannelModel): Diagnostic {
  const message = `channel "${channel.key}": the patterns of its parameters are too large to compare; shorten them or their repetitions`;
  return diagnose(addressOrigin(model, channel), { code: "address-overlap-unknown", message });
}
