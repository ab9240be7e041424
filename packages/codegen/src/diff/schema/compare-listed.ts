// Listed values of one type, beside schemas of that type: open enums, and enums that come or go.
import type { Branch } from "./branch.ts";
import type { BranchLists } from "./compare-branches.ts";
import { valuesOf } from "./compare-literals.ts";
import { keywordPlace } from "./keyword-place.ts";
import { judgeOf, textOf } from "./read-literals.ts";
import type { SchemaFinding, Session } from "./session.ts";

/** Answers the branches that list no values, to be compared further; none where one side has only listed values. */
export function compareListed(
  session: Session,
  { before, after, path }: BranchLists,
): Pick<BranchLists, "before" | "after"> {
  const older = before.filter(isOpen);
  const newer = after.filter(isOpen);
  if (older.length === before.length && newer.length === after.length) return { before, after };
  const { before: model, after: newModel } = session.comparison;
  const values = { before: valuesOf(before), after: valuesOf(after) };
  const removed = difference(before, values.after);
  const added = difference(after, values.before);
  const [refused, forgotten] = split(removed, newer, newModel);
  const [strange, known] = split(added, older, model);
  const emit = (rule: SchemaFinding["rule"], detail: string): void =>
    session.found({ rule, path, detail, ...placesOf(before, after) });
  const isEnumGone = older.length === 0 && newer.length > 0;
  const isEnumNew = older.length > 0 && newer.length === 0;
  if (isEnumGone) emit("payload-enum-removed", "other values than those listed were allowed");
  if (isEnumNew) emit("payload-enum-added", "values other than those listed were ruled out");
  for (const value of strange) emit("payload-enum-value-added", `${textOf(value)} was added`);
  for (const value of refused) emit("payload-enum-value-removed", `${textOf(value)} was removed`);
  if (!isEnumGone && !isEnumNew) {
    for (const value of known) {
      emit("payload-open-enum-value-added", `${textOf(value)} was added to the known values`);
    }
    for (const value of forgotten) {
      emit("docs-changed", `${textOf(value)} was removed from the known values of an open enum`);
    }
  }
  return { before: older, after: isEnumGone || isEnumNew ? [] : newer };
}

function isOpen({ literals }: Branch): boolean {
  return literals === undefined;
}

function difference(branches: readonly Branch[], known: ReadonlySet<string>): readonly unknown[] {
  const all = branches.flatMap(({ literals = [] }) => literals);
  return all.filter((value) => !known.has(textOf(value)));
}

/** The values that no branch accepts, then those that one does. */
function split(
  values: readonly unknown[],
  branches: readonly Branch[],
  model: Session["comparison"]["before"],
): readonly [readonly unknown[], readonly unknown[]] {
  if (values.length === 0) return [[], []];
  const judges = branches.map(({ node }) => judgeOf(node.map(withoutChoices), model));
  const isAccepted = (value: unknown): boolean => judges.some((judge) => judge(value));
  return [values.filter((one) => !isAccepted(one)), values.filter(isAccepted)];
}

/** A branch is one way through the choices of its schemas, so that they are not asked again. */
function withoutChoices(located: Branch["node"][number]): Branch["node"][number] {
  if (typeof located.schema === "boolean") return located;
  const { anyOf: _any, oneOf: _one, ...schema } = located.schema;
  return { ...located, schema };
}

function placesOf(
  before: readonly Branch[],
  after: readonly Branch[],
): Pick<SchemaFinding, "before" | "after"> {
  const listed = (branches: readonly Branch[]): Branch["node"] =>
    (branches.find((one) => !isOpen(one)) ?? branches[0])?.node ?? [];
  return keywordPlace({ before: listed(before), after: listed(after) }, "enum", "const");
}
