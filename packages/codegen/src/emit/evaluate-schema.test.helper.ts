// A schema's emitted text, brought to life: what the generated code judges at run time.
import type { Schema } from "@lockstep/runtime";
import * as checks from "@lockstep/runtime/schema";
import * as z from "zod/mini";
import type { Diagnostic } from "../diagnostic.ts";
import type { JsonSchema } from "../model/contract-model.ts";
import { contractOf, originOf } from "../plan/contract.test.helper.ts";
import { cyclesOf } from "../plan/cycles.ts";
import { renderDoc } from "../printer/render-doc.ts";
import { buildShape } from "../shape/build-shape.ts";
import type { Shape } from "../shape/shape.ts";
import { printZod } from "./print-zod.ts";

export type Judge = (value: unknown) => boolean;

export interface Evaluated {
  /** Absent where the schema is refused. */
  readonly judge?: Judge;
  readonly zod?: Schema<unknown>;
  /** The emitted expression. */
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** `definitions` are what `$ref: "<name>"` refers to. */
export function evaluateSchema(
  schema: JsonSchema,
  definitions: Readonly<Record<string, JsonSchema>> = {},
): Evaluated {
  const model = contractOf({ schemas: definitions });
  const diagnostics: Diagnostic[] = [];
  const site = { model, origin: originOf(""), pointer: "", diagnostics, inside: [] };
  const shape = buildShape(schema, site);
  const shapes = new Map<string, Shape>();
  for (const [id, definition] of Object.entries(definitions)) {
    const built = buildShape(definition, { ...site, inside: [id] });
    if (built !== undefined) shapes.set(id, built);
  }
  if (shape === undefined || shapes.size < Object.keys(definitions).length) return { diagnostics };
  const cycles = cyclesOf(shapes);
  const made: Record<string, unknown> = {};
  const print = (one: Shape, from?: string): string =>
    renderDoc(
      printZod(one, {
        schemaOf: (id) => `made[${JSON.stringify(id)}]`,
        isLazy: (id) => from !== undefined && cycles.get(from)?.has(id) === true,
        shapeOf: (id) => shapes.get(id),
      }),
      { nameOf: ({ name }) => (name === "z" ? "z" : `checks.${name}`) },
    );
  const make = (text: string): unknown =>
    new Function("z", "checks", "made", `return ${text};`)(z, checks, made);
  // each schema after those that it needs at once
  const waiting = [...shapes];
  for (let turn = 0; waiting.length > 0 && turn < 100; turn += 1) {
    const [id, one] = waiting.shift() ?? [];
    if (id === undefined || one === undefined) break;
    const needs = [...shapes.keys()].filter(
      (other) =>
        print(one, id).includes(`made[${JSON.stringify(other)}]`) &&
        !cycles.get(id)?.has(other) &&
        !(other in made),
    );
    if (needs.length > 0) waiting.push([id, one]);
    else made[id] = make(print(one, id));
  }
  const text = print(shape);
  const zod = make(text) as Schema<unknown>;
  return { judge: (value) => zod.safeParse(value).success, zod, text, diagnostics };
}
