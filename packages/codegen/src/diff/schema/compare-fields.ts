// The fields of two objects.
import type { Field, Fields } from "./branch.ts";
import { compareDeprecation, sunsetOf } from "./compare-field-deprecation.ts";
import { withPlaces } from "./compare-items.ts";
import { compareNodes } from "./compare-node.ts";
import { comparePatterns, compareRest } from "./compare-rest.ts";
import { findRenames } from "./find-renames.ts";
import type { Node } from "./located.ts";
import { matches } from "./read-fields.ts";
import type { BranchPair, Session } from "./session.ts";

export function compareFields(session: Session, pair: BranchPair): void {
  const older = pair.before.fields.properties;
  const newer = pair.after.fields.properties;
  const removed = [...older.keys()].filter((name) => !newer.has(name));
  const added = [...newer.keys()].filter((name) => !older.has(name));
  const renames = findRenames(session, pair, { removed, added });
  for (const [name, field] of older) {
    const other = newer.get(name);
    if (other) compareField(session, pair, { name, before: field, after: other });
  }
  const renamed = new Set(renames.values());
  for (const [from, to] of renames) reportRename(session, pair, from, to);
  for (const name of added) if (!renamed.has(name)) reportAdded(session, pair, name);
  for (const name of removed) if (!renames.has(name)) reportRemoved(session, pair, name);
  comparePatterns(session, pair);
  compareRest(session, pair);
}

function compareField(
  session: Session,
  { path: parent, before: older, after: newer }: BranchPair,
  { name, before, after }: { readonly name: string; readonly before: Field; readonly after: Field },
): void {
  const path = fieldPath(parent, name);
  const places = { before: [before.by] as const, after: [after.by] as const };
  if (before.required && !after.required) {
    const detail = "required became optional";
    session.found({ rule: "payload-property-became-optional", path, detail, ...places });
  }
  if (!before.required && after.required) {
    const detail = "optional became required";
    session.found({ rule: "payload-property-became-required", path, detail, ...places });
  }
  compareDeprecation(session, { before: before.node, after: after.node, path });
  compareNodes(withPlaces(session, older.by, newer.by), {
    before: before.node,
    after: after.node,
    path,
  });
}

function reportRename(session: Session, pair: BranchPair, from: string, to: string): void {
  const before = pair.before.fields.properties.get(from);
  const after = pair.after.fields.properties.get(to);
  session.found({
    rule: "payload-property-renamed",
    path: fieldPath(pair.path, from),
    detail: `renamed to "${to}"`,
    ...(before && { before: [before.by] }),
    ...(after && { after: [after.by] }),
  });
}

function reportAdded(session: Session, pair: BranchPair, name: string): void {
  const field = pair.after.fields.properties.get(name) as Field;
  const path = fieldPath(pair.path, name);
  const places = { after: [field.by] as const };
  const isClosed = pair.before.fields.closed !== undefined;
  if (field.required) {
    const detail = "a required field was added";
    session.found({ rule: "payload-property-added-required", path, detail, ...places });
  } else {
    const detail = isClosed
      ? "an optional field was added to a closed object, which readers take as open"
      : "an optional field was added";
    const rule = isClosed ? "payload-property-added-to-closed" : "payload-property-added-optional";
    session.found({ rule, path, detail, ...places });
  }
  const known = declaredAs(pair.before.fields, name, pair.foreign.before(name));
  const at = withPlaces(session, pair.before.by, field.by);
  if (known) compareNodes(at, { before: known, after: field.node, path });
}

function reportRemoved(session: Session, pair: BranchPair, name: string): void {
  const field = pair.before.fields.properties.get(name) as Field;
  const path = fieldPath(pair.path, name);
  const sunset = sunsetOf(session, field.node);
  const isEarly = sunset !== undefined && session.comparison.today <= sunset;
  session.found({
    rule: field.required
      ? "payload-property-removed-required"
      : "payload-property-removed-optional",
    path,
    detail: `${field.required ? "a required" : "an optional"} field was removed${isEarly ? ` before its sunset, ${sunset}` : ""}`,
    before: [field.by],
    around: [pair.after.by],
    ...(isEarly && { needsOverride: true }),
  });
  const known = declaredAs(pair.after.fields, name, pair.foreign.after(name));
  const at = withPlaces(session, field.by, pair.after.by);
  if (known) compareNodes(at, { before: field.node, after: known, path });
}

/** What a field that is not declared by name must be, where it may be sent at all. */
function declaredAs(fields: Fields, name: string, isForeign: boolean): Node | undefined {
  const named = [...fields.patterns].filter(([pattern]) => matches(pattern, name));
  const node = named.length > 0 ? named.flatMap(([, part]) => part) : fields.rest;
  return node ?? (isForeign ? [] : undefined);
}

function fieldPath(parent: string, name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name)
    ? `${parent}.${name}`
    : `${parent}[${JSON.stringify(name)}]`;
}
