// Values that a schema accepts and that another one may refuse. They are guesses: whoever shows one judges it first.
import type { Branch, Limits, Reading } from "../schema/branch.ts";
import type { Node } from "../schema/located.ts";
import type { Step } from "./path-steps.ts";
import type { SampleValue } from "./sample-value.ts";
import { samplesOfFormat } from "./samples.ts";

export interface Suggesting {
  readonly read: (node: Node) => Reading;
  /** What stands beside the part that the steps lead to. */
  readonly sample: SampleValue;
  /** Schemas that may still be looked into. */
  readonly budget: { left: number };
  /** Rules of the other side, at whose edges the readings differ. */
  readonly edges: readonly Limits[];
}

/** Schemas inside of each other that are followed. */
const depthAtMost = 8;
const countAtMost = 40;

/** Suggests values of a node, in all ways at the end of the steps and in one way beside them. */
export function suggestValues(
  node: Node,
  steps: readonly Step[],
  suggesting: Suggesting,
  depth: number = depthAtMost,
): readonly unknown[] {
  const values: unknown[] = [];
  if (depth === 0) return values;
  for (const branch of suggesting.read(node).branches) {
    if (values.length >= countAtMost || suggesting.budget.left === 0) break;
    suggesting.budget.left -= 1;
    values.push(...suggestBranch(branch, steps, suggesting, depth));
  }
  return values.slice(0, countAtMost);
}

function suggestBranch(
  branch: Branch,
  steps: readonly Step[],
  suggesting: Suggesting,
  depth: number,
): readonly unknown[] {
  const { type, literals } = branch;
  if (literals) return literals;
  switch (type) {
    case "null":
      return [null];
    case "boolean":
      return [true, false];
    case "number":
      return numbersOf([branch.limits, ...suggesting.edges]);
    case "string":
      return textsOf(branch.limits, suggesting.edges);
    case "array":
      return listsOf(branch, steps, suggesting, depth);
    default:
      return objectsOf(branch, steps, suggesting, depth);
  }
}

function numbersOf(limits: readonly Limits[]): readonly number[] {
  const bounds = limits.flatMap(({ least, most }) => [
    ...[least.get("minimum"), most.get("maximum")].flatMap((one) => (one ? [one.value.limit] : [])),
  ]);
  const divisors = limits.flatMap(({ multiples }) => [...multiples.keys()]);
  const near = bounds.flatMap((bound) => [bound, bound - 1, bound + 1, bound - 0.5, bound + 0.5]);
  return [...new Set([0, 1, ...near, ...divisors, -1, 0.5, 7])];
}

function textsOf(own: Limits, edges: readonly Limits[]): readonly string[] {
  const lengths = [own, ...edges].flatMap(({ least, most }) =>
    [least.get("minLength"), most.get("maxLength")].flatMap((one) =>
      one ? [one.value.limit] : [],
    ),
  );
  const near = lengths.flatMap((length) => [length, length + 1, length - 1]);
  const texts = near.filter((length) => length >= 0 && length <= 5000).map((n) => "a".repeat(n));
  const formats = [own, ...edges].flatMap((one) => [...one.formats.keys()]);
  return [...new Set(["text", ...texts, ...samplesOfFormat(formats)])];
}

function listsOf(
  { items, limits }: Branch,
  [step, ...rest]: readonly Step[],
  suggesting: Suggesting,
  depth: number,
): readonly unknown[] {
  const isInside = step !== undefined && "item" in step;
  const place = isInside ? step.item : 0;
  const at = (index: number): Node => items.places[index] ?? items.rest;
  const fill = (count: number, item?: { readonly value: unknown }): unknown[] =>
    Array.from({ length: count }, (_, index) =>
      item && index === place ? item.value : suggesting.sample(at(index)),
    );
  const least = limits.least.get("minItems")?.value.limit ?? 0;
  if (isInside) {
    const values = suggestValues(at(place), rest, suggesting, depth - 1);
    return values.map((value) => fill(Math.max(least, place + 1), { value }));
  }
  const counts = [limits, ...suggesting.edges].flatMap((one) =>
    [one.least.get("minItems"), one.most.get("maxItems")].flatMap((bound) =>
      bound ? [bound.value.limit, bound.value.limit + 1, bound.value.limit - 1] : [],
    ),
  );
  const repeated = Array.from({ length: Math.max(2, least) }, () => suggesting.sample(at(0)));
  const lists = [least, ...counts, 1].filter((n) => n >= least && n <= 100).map((n) => fill(n));
  return [...lists, repeated];
}

function objectsOf(
  { fields }: Branch,
  [step, ...rest]: readonly Step[],
  suggesting: Suggesting,
  depth: number,
): readonly unknown[] {
  const make = suggesting.sample;
  const build = (isKept: (required: boolean) => boolean): Record<string, unknown> =>
    Object.fromEntries(
      [...fields.properties]
        .filter(([, { required }]) => isKept(required))
        .map(([name, { node }]): [string, unknown] => [name, make(node)])
        .filter(([, value]) => value !== undefined),
    );
  const minimal = build((required) => required);
  const name = step && "field" in step ? step.field : undefined;
  const field = name === undefined ? undefined : fields.properties.get(name);
  if (name !== undefined && field) {
    const values = suggestValues(field.node, rest, suggesting, depth - 1);
    const without = field.required ? [] : [minimal];
    return [...values.map((value) => ({ ...minimal, [name]: value })), ...without];
  }
  const extra = fields.rest ? { ...minimal, [name ?? "any"]: make(fields.rest) } : minimal;
  return [minimal, extra, build(() => true)];
}
