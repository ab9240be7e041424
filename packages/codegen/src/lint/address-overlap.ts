// No name belongs to two channels.
import { parseAddress } from "@lockstep/runtime";
import type { Diagnostic, Severity } from "../diagnostic.ts";
import type { ChannelModel, ContractModel } from "../model/contract-model.ts";
import { attempt } from "../names/attempt.ts";
import { findSharedNames, type NameLanguage, nameLanguageOf } from "../names/name-language.ts";
import { addressOrigin, diagnose, type Rule } from "./rule.ts";

/**
 * Reports two addresses that can give one name, with such a name. Where one of them is deprecated and both are public
 * it is a warning: old names cannot be chosen anew, and anyone may read both.
 */
export const addressOverlap: Rule = (model) => {
  const candidates = model.channels.map(toCandidate);
  return candidates.flatMap((candidate, index) =>
    candidates
      .slice(0, index)
      .filter((other) => mayMeet(candidate, other))
      .flatMap((other) => compare(model, candidate, other)),
  );
};

interface Candidate {
  readonly channel: ChannelModel;
  /** Text before the first parameter. */
  readonly begin: string;
  /** Text behind the last parameter. */
  readonly end: string;
  /** Built when it is first asked for; `undefined` where a rule about parameters has refused it. */
  readonly language: () => NameLanguage | undefined;
}

function toCandidate(channel: ChannelModel): Candidate {
  const segments = parseAddress(channel.address);
  const edge = (index: 0 | -1): string => {
    const segment = segments.at(index);
    return segment && "literal" in segment ? segment.literal : "";
  };
  let language: { readonly value: NameLanguage | undefined } | undefined;
  return {
    channel,
    begin: edge(0),
    end: edge(-1),
    language: () => {
      language ??= { value: attempt(() => nameLanguageOf(channel)) };
      return language.value;
    },
  };
}

/** Cheap and never wrong with "no": names of different kinds, beginnings or ends are different names. */
function mayMeet(a: Candidate, b: Candidate): boolean {
  return (
    (a.begin.startsWith(b.begin) || b.begin.startsWith(a.begin)) &&
    (a.end.endsWith(b.end) || b.end.endsWith(a.end)) &&
    a.channel.kind === b.channel.kind &&
    a.channel.address !== b.channel.address
  );
}

function compare(model: ContractModel, candidate: Candidate, other: Candidate): Diagnostic[] {
  const [language, otherLanguage] = [candidate.language(), other.language()];
  if (language === undefined || otherLanguage === undefined) return [];
  const names = attempt(() => findSharedNames(language, otherLanguage));
  const pair = [candidate.channel, other.channel] as const;
  if (names !== undefined) return names.map((name) => describeOverlap(model, pair, name));
  const message = `channel "${candidate.channel.key}": its address and "${other.channel.address}" are too large to compare; give one of them a beginning of its own`;
  const origin = addressOrigin(model, candidate.channel);
  return [diagnose(origin, { code: "address-overlap-unknown", message })];
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
