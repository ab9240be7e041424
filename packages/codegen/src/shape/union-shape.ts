// Shapes of which a value matches one.
import type { Shape, TextRules } from "./shape.ts";

/** One member stands for itself; what nothing matches is left out. */
export function unionShape(members: readonly Shape[], exclusive: boolean): Shape {
  const possible = members.filter(({ kind }) => kind !== "never");
  const [first, ...others] = possible;
  if (first === undefined) return { kind: "never" };
  if (others.length === 0) return first;
  const listed = joinLiterals(possible, exclusive);
  if (listed !== undefined) return listed;
  if (exclusive) return { kind: "union", members: possible, exclusive };
  const kept = withOpenEnum(possible);
  const [only] = kept;
  return only !== undefined && kept.length === 1
    ? only
    : { kind: "union", members: kept, exclusive };
}

/** Lists of values as one list; `undefined` where there are other members, or a value that only one of them may have. */
function joinLiterals(members: readonly Shape[], exclusive: boolean): Shape | undefined {
  if (!members.every(isLiterals)) return undefined;
  const all = members.flatMap(({ values }) => values);
  const values = [...new Set(all)];
  return exclusive && values.length < all.length ? undefined : { kind: "literals", values };
}

function isLiterals(shape: Shape): shape is LiteralsShape {
  return shape.kind === "literals";
}

/** Some texts and any text are any text, some of which are known. */
function withOpenEnum(members: readonly Shape[]): readonly Shape[] {
  const any = members.find((member) => member.kind === "string" && isAnyText(member.rules));
  const listed = members.find(
    (member): member is LiteralsShape =>
      member.kind === "literals" && member.values.every((value) => typeof value === "string"),
  );
  if (any === undefined || listed === undefined) return members;
  const open: Shape = { ...any, known: listed.values.map(String) } as Shape;
  return members.flatMap((member) => (member === any ? [] : [member === listed ? open : member]));
}

type LiteralsShape = Extract<Shape, { kind: "literals" }>;

/** Whether any text keeps the rules. */
export function isAnyText({ minLength, maxLength, patterns, formats }: TextRules): boolean {
  return (minLength ?? maxLength) === undefined && patterns.length + formats.length === 0;
}
