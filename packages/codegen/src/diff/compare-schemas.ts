// Two schemas of an event, from their roots.
import type { SchemaModel } from "../model/contract-model.ts";
import type { Comparison } from "./finding.ts";
import { compareNodes } from "./schema/compare-node.ts";
import { locatedOf } from "./schema/located.ts";
import { areSame } from "./schema/same.ts";
import { type DiffMemory, reportFor, type SchemaFinding } from "./schema/session.ts";

export interface SchemaPair {
  readonly before: SchemaModel;
  readonly after: SchemaModel;
  /** What the event is called. */
  readonly subject: string;
  /** What the schema is called: `payload`. */
  readonly root: string;
}

/** Reports each difference once, however often the event refers to the schema that it stands in. */
export function compareSchemas(
  comparison: Comparison,
  { before, after, subject, root }: SchemaPair,
  memory: DiffMemory,
): void {
  const visited = new Set<string>();
  const findings: SchemaFinding[] = [];
  const found = (finding: SchemaFinding): void => {
    findings.push(finding);
  };
  const pair = { before: [locatedOf(before)], after: [locatedOf(after)], path: root };
  compareNodes({ ...memory, comparison, visited, found, isDecided: () => false }, pair);
  for (const finding of findings) {
    const witness = root === "payload" ? memory.findWitness(finding, { before, after }) : undefined;
    const around = finding.around ?? ([locatedOf(after)] as const);
    reportFor({ comparison }, subject, {
      ...finding,
      around,
      ...(witness !== undefined && { witness }),
    });
  }
  if (findings.length === 0) for (const key of visited) memory.clean.add(key);
}

/** Whether two events carry the same, whatever their schemas are called and how they are described. */
export function haveSamePayload(
  comparison: Comparison,
  {
    before,
    after,
  }: {
    readonly before: { readonly payload: SchemaModel };
    readonly after: { readonly payload: SchemaModel };
  },
  memory: DiffMemory,
): boolean {
  const silent = { found: () => undefined, isDecided: () => false };
  const session = { ...memory, comparison, visited: new Set<string>(), ...silent };
  return areSame(session, {
    before: [locatedOf(before.payload)],
    after: [locatedOf(after.payload)],
  });
}
