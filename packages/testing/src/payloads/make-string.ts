// Texts at their lengths, in every script, of a pattern or a format; and one character beyond.
import fc from "fast-check";
import { type FormatValues, formats } from "./formats.ts";
import {
  type Conjunction,
  isEndless,
  leastOf,
  type MakeContext,
  type Maker,
  mostOf,
  type NearMiss,
} from "./maker.ts";

/** The longest text that is made where only more would reach the bound; Pusher takes 10 kB in all. */
const longest = 2048;
const patternSamples = 200;

export function makeString(schemas: Conjunction, context: MakeContext): Maker | undefined {
  const lengths: Lengths = {
    least: leastOf(schemas, "minLength", 0),
    most: mostOf(schemas, "maxLength"),
  };
  if (isEndless(lengths.least, context)) return undefined;
  const ofFormats = textsOf(schemas, "format").flatMap((name) => formats.get(name) ?? []);
  const patterns = textsOf(schemas, "pattern");
  if (ofFormats.length > 0) return fromFormat(ofFormats, lengths);
  return patterns.length > 0 ? fromPattern(patterns, lengths, context) : freeText(lengths);
}

interface Lengths {
  readonly least: number;
  readonly most: number;
}

function fromFormat([first, ...others]: readonly FormatValues[], lengths: Lengths): Maker {
  const all = first ? [first, ...others] : others;
  return {
    edges: all.flatMap(({ valid }) => valid),
    misses: [
      ...all.flatMap(({ invalid }) =>
        invalid.map((value) => miss(value, "does not have the format")),
      ),
      ...lengthMisses(lengths),
    ],
    random: fc.oneof(...all.map(({ random }) => random)),
  };
}

function fromPattern(patterns: readonly string[], lengths: Lengths, context: MakeContext): Maker {
  const random = fc.oneof(...patterns.map((pattern) => matching(pattern, lengths)));
  const drawn = draw(random, context.seed);
  const fitting = drawn
    .filter((text) => patterns.every((pattern) => new RegExp(pattern, "u").test(text)))
    .filter((text) => fits(text, lengths))
    .sort((one, other) => charactersOf(one) - charactersOf(other));
  const middle = fitting[Math.floor(fitting.length / 2)] ?? "";
  const picked = [0, 0.25, 0.75, 1].map((part) => fitting[Math.round(part * (fitting.length - 1))]);
  const stretched = fitting.flatMap((text) => stretch(text, patterns, lengths));
  const spoilt = [`${middle} `, ` ${middle}`, `${middle}!`, middle.toUpperCase(), "", "é😀"];
  return {
    edges: [middle, ...picked.filter((text) => text !== undefined), ...stretched.slice(0, 1)],
    misses: [
      ...spoilt.map((text) => miss(text, "does not match the pattern")),
      ...lengthMisses(lengths),
    ],
    random: drawn.length > 0 ? random : fc.constant(middle),
  };
}

/** The text with one of its characters repeated until it is as long as it may be. */
function stretch(text: string, patterns: readonly string[], { most }: Lengths): string[] {
  const characters = [...text];
  if (!Number.isFinite(most) || most > longest || characters.length === 0) return [];
  return characters
    .map((character, at) => {
      const more = character.repeat(most - characters.length);
      return [...characters.slice(0, at), more, ...characters.slice(at)].join("");
    })
    .filter((long) => patterns.every((pattern) => new RegExp(pattern, "u").test(long)))
    .slice(0, 1);
}

function matching(pattern: string, { most }: Lengths): fc.Arbitrary<string> {
  try {
    const options = Number.isFinite(most) ? { maxLength: Math.min(most, longest) } : {};
    return fc.stringMatching(new RegExp(pattern, "u"), options);
  } catch {
    // what fast-check has no word for; other candidates may match by luck, and the judgement tells where none does
    return fc.string({ unit: "grapheme" });
  }
}

function draw(texts: fc.Arbitrary<string>, seed: number): readonly string[] {
  try {
    return fc.sample(texts, { seed, numRuns: patternSamples });
  } catch {
    return [];
  }
}

const samples = [
  ...["Spa weekend", "Ünïcödé", "e\u0301", "日本語", "👩‍🚀 😀", "مرحبا", "0", "null", " "],
  ...['"\\/\b\f\n\r\t', "\u0000\u001f\u2028\u2029", "</script><!--", '{"a":1}'],
];

function freeText(lengths: Lengths): Maker {
  const { least, most } = lengths;
  const upTo = Math.min(most, Math.max(least, longest));
  const fitted = samples.map((text) => [...text.padEnd(least, "a")].slice(0, upTo).join(""));
  const edges = [
    ...fitted.slice(0, 1),
    ...["a", "😀"].flatMap((unit) => [
      unit.repeat(least),
      unit.repeat(Math.min(most, Math.max(least, 200))),
    ]),
    ...(Number.isFinite(most) ? ["a".repeat(upTo), "é".repeat(upTo)] : []),
    ...fitted.slice(1),
  ];
  return {
    edges,
    misses: lengthMisses(lengths),
    random: fc.string({
      unit: "grapheme",
      minLength: least,
      maxLength: Math.min(upTo, least + 100),
    }),
  };
}

function lengthMisses({ least, most }: Lengths): NearMiss[] {
  const misses: NearMiss[] = [];
  if (least > 0) misses.push(miss("a".repeat(least - 1), `is shorter than ${least}`));
  if (most <= longest) misses.push(miss("a".repeat(most + 1), `is longer than ${most}`));
  return misses;
}

function miss(value: string, fault: string): NearMiss {
  return { value, pointer: "", fault };
}

function fits(text: string, { least, most }: Lengths): boolean {
  const characters = charactersOf(text);
  return characters >= least && characters <= most;
}

function charactersOf(text: string): number {
  return [...text].length;
}

function textsOf(schemas: Conjunction, keyword: string): string[] {
  return schemas.flatMap((schema) => {
    const value = schema[keyword];
    return typeof value === "string" ? [value] : [];
  });
}
