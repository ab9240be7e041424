// A diff as SARIF 2.1.0, for code scanning.
import type { Change, ContractDiff, DiffRule } from "@lockstep/codegen";
import { version } from "../version.ts";

const levelOf = { error: "error", warning: "warning", info: "note" } as const;

/**
 * One run, with the rules that have a result.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifOf(
  { changes }: Pick<ContractDiff, "changes">,
  rules: Readonly<Record<string, DiffRule>>,
): object {
  const ids = [...new Set(changes.map(({ rule }) => rule))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "lockstep",
            semanticVersion: version,
            informationUri: "https://github.com/lockstep-events/lockstep",
            rules: ids.map((id) => descriptorOf(id, rules[id])),
          },
        },
        columnKind: "utf16CodeUnits",
        results: changes.map((change) => resultOf(change, ids.indexOf(change.rule))),
      },
    ],
  };
}

function descriptorOf(id: string, rule: DiffRule | undefined): object {
  const what = rule?.change ?? id;
  const text = rule?.advice === undefined ? what : `${what}\n\nInstead: ${rule.advice}.`;
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: what },
    help: { text, markdown: text },
    defaultConfiguration: { level: levelOf[rule?.level ?? "error"] },
  };
}

function resultOf(change: Change, ruleIndex: number): object {
  const { rule, level, message, advice, before } = change;
  const text = advice === undefined ? message : `${message}. Instead: ${advice}.`;
  const isMoved = before !== undefined && before.file !== change.file;
  return {
    ruleId: rule,
    ruleIndex,
    level: levelOf[level],
    message: { text },
    locations: [locationOf(change)],
    ...(isMoved && { relatedLocations: [{ ...locationOf(before), message: { text: "before" } }] }),
    partialFingerprints: { "lockstepChange/v1": `${rule}:${change.pointer}:${message}` },
  };
}

function locationOf({
  file,
  line,
  column,
  pointer,
}: Pick<Change, "file" | "line" | "column" | "pointer">): object {
  return {
    physicalLocation: {
      // a path of a file may hold what a URI may not
      artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
      region: { startLine: line, startColumn: column },
    },
    logicalLocations: [{ fullyQualifiedName: pointer === "" ? "/" : pointer }],
  };
}
