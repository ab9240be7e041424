// The table of the rules as documentation shows it.
import { axes, type Rule, type RuleCase } from "./rule.ts";
import { ruleSections, rules } from "./rules.ts";

/** Markdown: a table for each section, and below it the ways out. */
export function describeRules(): string {
  return Object.entries(ruleSections)
    .map(([heading, ids]) => {
      const rows = ids.flatMap((id) => rowsOf(id, rules[id]));
      const ways = ids.flatMap((id) => {
        const { advice } = rules[id];
        return advice === undefined ? [] : [`- \`${id}\`: ${advice}.`];
      });
      const head =
        "| rule | change | a | b | c | d | release |\n| --- | --- | --- | --- | --- | --- | --- |";
      const below = ways.length > 0 ? `\n\nInstead:\n\n${ways.join("\n")}` : "";
      return `### ${heading}\n\n${head}\n${rows.join("\n")}${below}\n`;
    })
    .join("\n");
}

function rowsOf(id: string, rule: Rule): readonly string[] {
  return [rule, ...Object.values(rule.cases)].map(
    (one) => `| \`${id}\` | ${one.change} | ${marksOf(one).join(" | ")} | ${releaseOf(one)} |`,
  );
}

function marksOf({ affects, throws }: RuleCase): readonly string[] {
  return axes.map((axis) => {
    if (!affects.includes(axis)) return "o";
    return throws && axis === "publisherSource" ? "R" : "X";
  });
}

function releaseOf({ bump, level, affects }: RuleCase): string {
  const isTold = affects.length === 0 && level !== "info";
  return isTold ? `${bump}, ${level}` : bump;
}
