// The names of a channel as a finite automaton.
import {
  type ChannelKind,
  channelNameCharacters,
  channelNameLimit,
  type Parameter,
  parseAddress,
  type StringParameter,
} from "@lockstep/runtime";
import { DFA, getIntersectionWordSets, JS, NFA, Words } from "refa";
import type { ChannelModel } from "../model/contract-model.ts";
import { integerPattern } from "./integer-pattern.ts";

/** Every name that a channel's address can give, and no other. */
export type NameLanguage = NFA;

const maxCharacter = 0x10ffff;

/**
 * Builds the language of a channel's names. A value that would change the channel's kind makes no name of it.
 *
 * @throws {TooManyNodesError} where the patterns of its parameters are too large to be unfolded
 */
export function nameLanguageOf(channel: ChannelModel): NameLanguage {
  const names = NFA.emptyWord({ maxCharacter });
  for (const segment of parseAddress(channel.address)) {
    if ("literal" in segment) {
      names.append(NFA.fromWords([Words.fromStringToUnicode(segment.literal)], { maxCharacter }));
    } else {
      const parameter = channel.parameters.find(({ name }) => name === segment.parameter);
      names.append(valueLanguageOf(parameter?.constraint ?? { type: "string" }));
    }
  }
  return NFA.fromIntersection(names, kindLanguage(channel.kind));
}

/**
 * One of the shortest names that both languages hold; empty where they hold none.
 *
 * @throws {TooManyNodesError} where the two are too large to be compared
 */
export function findSharedNames(a: NameLanguage, b: NameLanguage): readonly string[] {
  for (const characters of getIntersectionWordSets(a, b)) {
    const word = characters.flatMap((set) => Words.pickMostReadableCharacter(set) ?? []);
    return [Words.fromUnicodeToString(word)];
  }
  return [];
}

/**
 * Builds the language of a parameter's values.
 *
 * @throws {TooManyNodesError} where its pattern is too large to be unfolded
 */
export function valueLanguageOf(constraint: Parameter): NFA {
  if (constraint.type === "integer") {
    return parsePattern(integerPattern(constraint.minimum, constraint.maximum));
  }
  const { enum: values, pattern } = constraint;
  let language = parsePattern(legalText(constraint));
  if (pattern !== undefined) language = NFA.fromIntersection(language, searchLanguage(pattern));
  if (values !== undefined) {
    const words = values.map((value) => Words.fromStringToUnicode(value));
    language = NFA.fromIntersection(language, NFA.fromWords(words, { maxCharacter }));
  }
  return language;
}

/** Legal characters, as many as are asked for; what is more than a name holds counts as no bound. */
function legalText({ minLength = 1, maxLength = channelNameLimit }: StringParameter): string {
  const least = Math.max(minLength, 1);
  if (least > Math.min(maxLength, channelNameLimit)) return "[]";
  return `[${channelNameCharacters}]{${least},${maxLength < channelNameLimit ? maxLength : ""}}`;
}

/** Texts in which a pattern is found; its anchors stand at its ends, if anywhere. */
function searchLanguage(pattern: string): NFA {
  const start = pattern.startsWith("^") ? 1 : 0;
  const isEndAnchored = /(?:^|[^\\])(?:\\\\)*\$$/.test(pattern);
  const body = pattern.slice(start, isEndAnchored ? -1 : undefined);
  const around = (isAnchored: boolean): string => (isAnchored ? "" : "[^]*");
  return parsePattern(`${around(start === 1)}(?:${body})${around(isEndAnchored)}`);
}

function parsePattern(source: string): NFA {
  const { expression } = JS.Parser.fromLiteral({ source, flags: "u" }).parse();
  return NFA.fromRegex(expression, { maxCharacter });
}

const kindLanguages = new Map<ChannelKind, DFA>();

/** Texts that begin as names of this kind do, and of no kind with a longer prefix. */
function kindLanguage(kind: ChannelKind): DFA {
  const known = kindLanguages.get(kind);
  if (known !== undefined) return known;
  const own = kind === "public" ? "" : `${kind}-`;
  const others = prefixes.filter((prefix) => prefix !== own && prefix.startsWith(own));
  const other = others.length > 0 ? `(?:${others.join("|")})[^]*` : "[]";
  const allowed = DFA.fromFA(parsePattern(other));
  allowed.complement();
  const language = DFA.fromFA(NFA.fromIntersection(allowed, parsePattern(`${own}[^]*`)));
  kindLanguages.set(kind, language);
  return language;
}

const prefixes: readonly string[] = [
  "cache-",
  "presence-",
  "presence-cache-",
  "private-",
  "private-cache-",
  "private-encrypted-",
  "private-encrypted-cache-",
];
