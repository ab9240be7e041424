// What a changed contract means, as a person would tell it in a changelog.
import type { Change } from "@lockstep/codegen";

const maxItems = 10;

/**
 * Answers Markdown: what breaks, line by line; then what is new, deprecated and otherwise changed, by name; then that
 * words were changed, without them.
 */
export function summarizeChanges(changes: readonly Change[]): string {
  const breaking = changes.filter((change) => change.breaking);
  const rest = changes.filter((change) => !change.breaking);
  const kinds = (kind: Kind): readonly Change[] => rest.filter((change) => kindOf(change) === kind);
  const sentences = [
    listInline("New", kinds("new").map(subjectOf)),
    listInline("Deprecated", kinds("deprecated").map(subjectOf)),
    listInline("Changed", kinds("changed").map(problemOf)),
    kinds("words").length > 0 ? "Descriptions and examples are reworded." : "",
  ].filter((sentence) => sentence !== "");
  return [listBreaks(breaking), sentences.join(" ")].filter((part) => part !== "").join("\n\n");
}

type Kind = "changed" | "deprecated" | "new" | "words";

function kindOf({ rule }: Change): Kind {
  if (rule === "docs-changed") return "words";
  if (/-deprecated$/.test(rule)) return "deprecated";
  return /^(?:channel|event)-added$|property-added/.test(rule) ? "new" : "changed";
}

function listBreaks(changes: readonly Change[]): string {
  if (changes.length === 0) return "";
  const problems = unique(changes.map(problemOf));
  if (problems.length === 1) return `Breaking: ${problems[0]}.`;
  return ["Breaking:", "", ...shorten(problems).map((problem) => `- ${problem}`)].join("\n");
}

function listInline(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `${title}: ${shorten(unique(items)).join(", ")}.`;
}

function shorten(items: readonly string[]): readonly string[] {
  if (items.length <= maxItems) return items;
  return [...items.slice(0, maxItems), `and ${items.length - maxItems} more`];
}

/** A message is `subject: what changed; who breaks by it`. */
function problemOf({ message }: Change): string {
  const [problem = message] = message.split("; ");
  const [subject = "", ...detail] = problem.split(": ");
  return detail.length === 0 ? problem : `${asCode(subject)}: ${detail.join(": ")}`;
}

function subjectOf({ message }: Change): string {
  return asCode(message.split(": ")[0] ?? "");
}

/** `channel "orders"` and `orders.placed payload.id`, with the names as code. */
function asCode(subject: string): string {
  return subject.includes('"') ? subject.replaceAll(/"([^"]*)"/g, "`$1`") : `\`${subject}\``;
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}
