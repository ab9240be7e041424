// Two shapes that a value must match at once, as one shape.
import type { buildShape } from "./build-shape.ts";
import { mergeNumbers, mergeText } from "./merge-rules.ts";
import { isOfType } from "./read-literals.ts";
import type { ObjectShape, PropertyShape, Scalar, Shape } from "./shape.ts";
import { refuse, type Site } from "./shape-reader.ts";

/** Answers `undefined`, with a diagnostic, where no single shape says both. */
export function mergeShapes(
  left: Shape,
  right: Shape,
  site: Site,
  build: typeof buildShape,
): Shape | undefined {
  if (left.kind === "unknown") return right;
  if (right.kind === "unknown") return left;
  if (left.kind === "reference") return mergeReference(left.id, right, site, build);
  if (right.kind === "reference") return mergeReference(right.id, left, site, build);
  if (left.kind === "union") return mergeUnion(left.members, right, left.exclusive, site, build);
  if (right.kind === "union") return mergeUnion(right.members, left, right.exclusive, site, build);
  if (left.kind === "literals") return mergeLiterals(left.values, right, site);
  if (right.kind === "literals") return mergeLiterals(right.values, left, site);
  if (left.kind === "object" && right.kind === "object")
    return mergeObjects(left, right, site, build);
  if (left.kind === "string" && right.kind === "string") {
    return { kind: "string", rules: mergeText(left.rules, right.rules) };
  }
  if (left.kind === "number" && right.kind === "number") {
    return { kind: "number", rules: mergeNumbers(left.rules, right.rules) };
  }
  if (left.kind === right.kind && (left.kind === "boolean" || left.kind === "null")) return left;
  return impossible(site, left.kind === right.kind);
}

function impossible(site: Site, same: boolean): undefined {
  const reason = same
    ? "these schemas cannot be merged into one; write one schema"
    : "no value matches all of these schemas";
  return refuse(site, "unsupported-schema", `${site.pointer.split("/").at(-1) ?? ""}: ${reason}`);
}

function mergeReference(
  id: string,
  other: Shape,
  site: Site,
  build: typeof buildShape,
): Shape | undefined {
  const target = site.model.schemas.get(id);
  if (other.kind === "reference" && other.id === id) return other;
  if (target === undefined || site.inside.includes(id)) {
    return refuse(
      site,
      "unsupported-schema",
      "allOf: a schema that contains itself cannot be merged with another one",
    );
  }
  const inside = { ...site, origin: target.origin, pointer: "", inside: [...site.inside, id] };
  const shape = build(target.schema, inside);
  return shape && mergeShapes(shape, other, { ...site, inside: inside.inside }, build);
}

/** A ∧ (B ∨ C) is (A ∧ B) ∨ (A ∧ C), also where exactly one may match; members that nothing matches are left out. */
function mergeUnion(
  members: readonly Shape[],
  other: Shape,
  exclusive: boolean,
  site: Site,
  build: typeof buildShape,
): Shape | undefined {
  const attempts = members.map((member) => {
    const silent: Site = { ...site, diagnostics: [] };
    return { shape: mergeShapes(member, other, silent, build), diagnostics: silent.diagnostics };
  });
  const merged = attempts.flatMap(({ shape }) => (shape === undefined ? [] : [shape]));
  const blocked = attempts.flatMap(({ diagnostics }) => diagnostics);
  const fatal = blocked.filter(
    ({ message }) => !message.endsWith("no value matches all of these schemas"),
  );
  if (fatal.length > 0 || merged.length === 0) {
    site.diagnostics.push(...(fatal.length > 0 ? fatal : blocked));
    return undefined;
  }
  const [first] = merged;
  return first !== undefined && merged.length === 1
    ? first
    : { kind: "union", members: merged, exclusive };
}

function mergeLiterals(values: readonly Scalar[], other: Shape, site: Site): Shape | undefined {
  const kept = values.filter((value) => {
    if (other.kind === "literals") return other.values.includes(value);
    if (other.kind === "number") return isOfType(value, other.rules.integer ? "integer" : "number");
    return isOfType(value, other.kind);
  });
  const plain =
    other.kind === "literals" ||
    other.kind === "null" ||
    other.kind === "boolean" ||
    isPlain(other);
  if (kept.length > 0 && !plain) return impossible(site, true);
  return kept.length > 0 ? { kind: "literals", values: kept } : impossible(site, false);
}

function isPlain(shape: Shape): boolean {
  if (shape.kind === "string") {
    const { minLength, maxLength, patterns, formats } = shape.rules;
    return (
      minLength === undefined && maxLength === undefined && patterns.length + formats.length === 0
    );
  }
  if (shape.kind !== "number") return false;
  const { integer: _, multiplesOf, ...bounds } = shape.rules;
  return multiplesOf.length === 0 && Object.keys(bounds).length === 0;
}

function mergeObjects(
  left: ObjectShape,
  right: ObjectShape,
  site: Site,
  build: typeof buildShape,
): Shape | undefined {
  const names = [
    ...new Set([...left.properties, ...right.properties].map(({ name }) => name)),
  ].sort();
  const properties: PropertyShape[] = [];
  for (const name of names) {
    const one = findProperty(left, name);
    const two = findProperty(right, name);
    if (
      (one === "closed" && two !== "closed" && !two?.required) ||
      (two === "closed" && one !== "closed" && !one?.required)
    )
      continue;
    if (one === "closed" || two === "closed") return impossible(site, false);
    const shape = mergeShapes(
      one?.shape ?? { kind: "unknown" },
      two?.shape ?? { kind: "unknown" },
      site,
      build,
    );
    if (shape === undefined) return undefined;
    const notes = (one?.notes.description === undefined ? two?.notes : one.notes) ?? one?.notes;
    const required = one?.required === true || two?.required === true;
    properties.push({ name, shape, required, notes: notes ?? { constraints: [] } });
  }
  const rest = mergeRest(left.rest, right.rest, site, build);
  return rest && { kind: "object", properties, rest };
}

/** The property as declared; where it is not, what the rule for undeclared fields makes of it. */
function findProperty(shape: ObjectShape, name: string): PropertyShape | "closed" | undefined {
  const own = shape.properties.find((property) => property.name === name);
  if (own !== undefined || shape.rest === "unsaid" || shape.rest === "open") return own;
  if (shape.rest === "closed") return "closed";
  return { name, shape: shape.rest, required: false, notes: { constraints: [] } };
}

function mergeRest(
  left: ObjectShape["rest"],
  right: ObjectShape["rest"],
  site: Site,
  build: typeof buildShape,
): ObjectShape["rest"] | undefined {
  if (left === "closed" || right === "closed") return "closed";
  if (left === "unsaid" || right === "unsaid") return left === "unsaid" ? right : left;
  if (left === "open" || right === "open") return left === "open" ? right : left;
  return mergeShapes(left, right, site, build);
}
