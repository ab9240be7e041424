// A diff as a person reads it: what breaks first, then the verdict.
import type { Change, ContractDiff, DeployOrder } from "@lockstep/codegen";
import { plural } from "../plural.ts";
import { withoutControls } from "../terminal.ts";

/** Text that ends with a line end. */
export function formatDiff(diff: ContractDiff): string {
  const { changes, identical, bump } = diff;
  if (changes.length === 0) {
    return identical
      ? "no difference: the documents are the same text\n"
      : "different documents, same contract: nothing to release\n";
  }
  const groups = [
    formatGroup(
      "Breaking",
      changes.filter(({ breaking }) => breaking),
    ),
    formatGroup(
      "To look at",
      changes.filter(({ breaking, level }) => !breaking && level !== "info"),
    ),
    formatGroup(
      "Compatible",
      changes.filter(({ breaking, level }) => !breaking && level === "info"),
    ),
  ].filter((group) => group !== "");
  const breaks = changes.filter(({ breaking }) => breaking).length;
  const extent = breaks === 0 ? "nobody breaks" : `${breaks} breaking`;
  const verdict = `${plural(changes.length, "change")}, ${extent}: a ${bump} release`;
  return `${groups.join("\n")}\n${verdict}\n`;
}

function formatGroup(title: string, changes: readonly Change[]): string {
  if (changes.length === 0) return "";
  return `${title}\n${changes.map(formatChange).join("")}`;
}

function formatChange(change: Change): string {
  const { rule, file, line, column, message, advice, deployOrder, breaking, witness } = change;
  const { isGone, before } = change;
  const lines = [
    `  ${file}:${line}:${column} ${message} [${rule}]`,
    ...(isGone && before ? [`    it was at: ${before.file}:${before.line}:${before.column}`] : []),
    ...(witness === undefined ? [] : [`    for example: ${shorten(JSON.stringify(witness))}`]),
    ...(advice === undefined ? [] : [`    instead: ${advice}`]),
    ...(breaking ? [`    deploy: ${orderWords[deployOrder]}`] : []),
    ...(change.needsOverride
      ? ["    a changeset alone does not accept this: the config must, with a reason"]
      : []),
  ];
  return lines.map((text) => `${withoutControls(text)}\n`).join("");
}

const orderWords: Readonly<Record<DeployOrder, string>> = {
  any: "in any order; only source code breaks",
  dual: "neither side first; publish both for a while",
  "publisher-first": "publishers first, subscribers once no older event is on its way",
  "subscriber-first": "subscribers first, publishers once no older tab is open",
};

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
