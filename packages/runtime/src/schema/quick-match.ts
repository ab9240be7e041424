// Telling of most values that they match, without zod, which copies what it reads.
import { readingOf } from "./_define-schema.ts";
import type { ZodCheck, ZodDefinition, ZodNode } from "./_zod-internals.ts";
import { isUndeclared } from "./undeclared.ts";

/** Whether a value surely matches; `false` says nothing yet. */
export type Match = (value: unknown) => boolean;

export interface QuickMatchOptions {
  /** An object has no fields but those that it declares, whatever the schema says. */
  readonly closed: boolean;
  /** Asked of every schema that is not known here; answers `true` only for what the reading takes. */
  readonly otherwise: (schema: ZodNode, value: unknown) => boolean;
}

/**
 * Answers a function that makes the match of a schema, once for each.
 *
 * It knows the plain schemas that most payloads are made of. Whatever it does not take, a reading asks zod about.
 */
export function createQuickMatch(options: QuickMatchOptions): (schema: ZodNode) => Match {
  const known = new WeakMap<ZodNode, Match>();

  function matchOf(schema: ZodNode): Match {
    let match = known.get(schema);
    if (!match) {
      match = build(schema) ?? ((value) => options.otherwise(schema, value));
      known.set(schema, match);
    }
    return match;
  }

  function build(schema: ZodNode): Match | undefined {
    const { def, values } = schema._zod;
    const { type, checks = [], innerType, element } = def;
    const isPlain = !(readingOf(schema) || def.coerce || def.check);
    if (!isPlain || !checks.every(isKnownCheck)) return undefined;
    const scalar = matchScalar(type, values);
    if (scalar) return withChecks(scalar, checks);
    // zod gives them its copy
    if (checks.some(({ _zod }) => _zod.def.check === "custom")) return undefined;
    if (type === "object") return matchFields(def);
    if (type === "array" && element) return withChecks(matchItems(matchOf(element)), checks);
    if (checks.length > 0 || !innerType) return undefined;
    const inner = matchOf(innerType);
    if (type === "nullable") return (value) => value === null || inner(value);
    return type === "optional" ? inner : undefined;
  }

  function matchFields({ shape = {}, catchall, checks }: ZodDefinition): Match | undefined {
    const closes = catchall?._zod.def.type === "never";
    // zod reads inherited fields, too
    const isPlain = !checks?.length && !Object.keys(shape).some((name) => name in {});
    if ((catchall && !closes) || !isPlain) return undefined;
    const isClosed = options.closed || closes;
    let fields: ReadonlyMap<string, Field> | undefined;
    let required = 0;
    return (value) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
      if (!fields) {
        // made when they are used: a field may lead back to the object
        fields = new Map(Object.entries(shape).map(([name, field]) => [name, fieldOf(field)]));
        for (const { isOptional } of fields.values()) if (!isOptional) required++;
      }
      let missing = required;
      for (const name in value) {
        const field = fields.get(name);
        if (field === undefined) {
          if (isClosed) return false;
          continue;
        }
        const part = (value as Readonly<Record<string, unknown>>)[name];
        if (part === undefined ? !field.isOptional : !field.match(part)) return false;
        if (!field.isOptional) missing--;
      }
      return missing === 0;
    };
  }

  function fieldOf(schema: ZodNode): Field {
    const isOptional = schema._zod.def.type === "optional" && schema.safeParse(undefined).success;
    const match = options.closed && isUndeclared(schema) ? () => false : matchOf(schema);
    return { match, isOptional };
  }

  return matchOf;
}

interface Field {
  readonly match: Match;
  /** It may be absent, and `undefined` counts as that. */
  readonly isOptional: boolean;
}

function matchScalar(type: string, values?: ReadonlySet<unknown>): Match | undefined {
  if (type === "string" || type === "boolean") return (value) => typeof value === type;
  if (type === "number") return Number.isFinite;
  if (type === "literal" || type === "enum") return (value) => values?.has(value) === true;
  return type === "unknown" ? (value) => value !== undefined : undefined;
}

function matchItems(item: Match): Match {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const one of value) if (!item(one)) return false;
    return true;
  };
}

// the others may change the value, or hang on more than the value
function isKnownCheck({ _zod: { def } }: ZodCheck): boolean {
  return /^(?:custom|greater_than|less_than|min_length|max_length)$/.test(def.check);
}

function withChecks(match: Match, checks: readonly ZodCheck[]): Match {
  return checks
    .map(testOf)
    .reduce<Match>((before, test) => (value) => before(value) && test(value), match);
}

function testOf({ _zod: { def, check } }: ZodCheck): Match {
  const { fn, value: bound, inclusive } = def;
  if (fn) return (value) => fn(value) === true;
  if (typeof bound === "number" && def.check === "greater_than") {
    return inclusive ? (value) => (value as number) >= bound : (value) => (value as number) > bound;
  }
  if (typeof bound === "number" && def.check === "less_than") {
    return inclusive ? (value) => (value as number) <= bound : (value) => (value as number) < bound;
  }
  return (value) => {
    const payload = { value, issues: [] };
    check(payload);
    return payload.issues.length === 0;
  };
}
