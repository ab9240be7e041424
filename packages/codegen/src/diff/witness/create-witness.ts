// A payload that shows a break: one side's publisher may send it, and the other side's subscriber refuses it.

import { openSchema, openSchemas } from "../../json-schema/open-schema.ts";
import { judgeValues } from "../../judge-values.ts";
import { appendPointer } from "../../load/json-pointer.ts";
import type { ContractModel, JsonSchema, SchemaModel } from "../../model/contract-model.ts";
import type { Axis } from "../change.ts";
import { type Comparison, caseOf } from "../finding.ts";
import type { Reading } from "../schema/branch.ts";
import { locatedOf, type Node } from "../schema/located.ts";
import type { SchemaFinding, SchemaMemory } from "../schema/session.ts";
import { isShort } from "./is-short.ts";
import { type Step, stepsOf } from "./path-steps.ts";
import { createSampler, type SampleValue } from "./sample-value.ts";
import { suggestValues } from "./suggest-values.ts";
import { createScales } from "./weigh-schema.ts";

/** Findings of one diff that a witness is looked for; more would cost more than they tell. */
const witnessesAtMost = 50;

/** Schemas on all ways through a payload that is judged. */
const weightAtMost = 10_000;

/** Schemas that are looked into for one finding. */
const lookedIntoAtMost = 500;

/** Characters of a witness. */
const sizeAtMost = 4096;

/** Answers a payload that has been judged by both sides; `undefined` where none is found. */
export type FindWitness = (
  finding: SchemaFinding,
  payloads: { readonly before: SchemaModel; readonly after: SchemaModel },
) => unknown;

export function createWitness({ before, after }: Comparison, memory: SchemaMemory): FindWitness {
  let left = witnessesAtMost;
  const older = createSide(before, memory.readBefore);
  const newer = createSide(after, memory.readAfter);
  return (finding, payloads) => {
    const { affects } = caseOf(finding);
    const breaks = (axis: Axis): boolean => affects.includes(axis);
    const isForOld = breaks("oldSubscriberNewPublisher");
    if ((!isForOld && !breaks("newSubscriberOldPublisher")) || left === 0) return undefined;
    left -= 1;
    const { before: one, after: two } = payloads;
    if (older.weigh(one.schema) + newer.weigh(two.schema) > weightAtMost) return undefined;
    const [writer, reader] = isForOld ? [newer, older] : [older, newer];
    const [from, to] = isForOld
      ? [payloads.after, payloads.before]
      : [payloads.before, payloads.after];
    const edges = [finding.before, finding.after].flatMap((place) =>
      place ? limitsAt(place[0], reader, writer) : [],
    );
    const steps = stepsOf(finding.path);
    const values = suggestValues([locatedOf(from)], steps, {
      read: writer.read,
      sample: writer.sample,
      budget: { left: lookedIntoAtMost },
      edges,
    });
    return values.find((value) => {
      if (value === undefined) return false;
      return (
        isShort(value, sizeAtMost) &&
        writer.accepts(from, value) &&
        reader.refusals(to, value).some(isAbout(finding, steps))
      );
    });
  };
}

interface Side {
  readonly read: (node: Node) => Reading;
  readonly sample: SampleValue;
  readonly weigh: (schema: JsonSchema) => number;
  readonly accepts: (schema: SchemaModel, value: unknown) => boolean;
  /** Where a subscriber refuses it, who reads tolerantly. */
  readonly refusals: (schema: SchemaModel, value: unknown) => readonly string[];
}

function createSide({ schemas }: ContractModel, read: Side["read"]): Side {
  const judgeOf = judgeValues({ schemas: openSchemas(schemas) });
  const judges = new Map<SchemaModel, Record<"exact" | "open", ReturnType<typeof judgeOf>>>();
  const of = (schema: SchemaModel): Record<"exact" | "open", ReturnType<typeof judgeOf>> => {
    const open = { ...schema, id: `open:${schema.id}`, schema: openSchema(schema.schema) };
    const known = judges.get(schema) ?? { exact: judgeOf(schema), open: judgeOf(open) };
    judges.set(schema, known);
    return known;
  };
  return {
    read,
    sample: createSampler(read),
    weigh: createScales({ schemas }),
    accepts: (schema, value) => of(schema).exact(value).length === 0,
    refusals: (schema, value) => {
      if (of(schema).exact(value).length === 0) return [];
      return of(schema)
        .open(value)
        .map(({ pointer }) => pointer);
    },
  };
}

/** The rules that either side says at a place. */
function limitsAt(
  located: Node[number],
  ...sides: readonly Side[]
): readonly Reading["branches"][number]["limits"][] {
  return sides.flatMap(({ read }) => read([located]).branches.map(({ limits }) => limits));
}

/** Whether a refusal has the cause that the finding tells of, and not another one. */
function isAbout({ rule }: SchemaFinding, steps: readonly Step[]): (pointer: string) => boolean {
  const keys = steps.map((step) => ("field" in step ? step.field : step.item));
  const pointer = appendPointer("", ...keys);
  // a field that is missing is missed by what is around it
  const around = rule.startsWith("payload-property-")
    ? appendPointer("", ...keys.slice(0, -1))
    : pointer;
  return (found) => found === pointer || found === around || found.startsWith(`${pointer}/`);
}
