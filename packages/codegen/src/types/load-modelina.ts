// The parts of Modelina that are at work here: what reads JSON Schema, and what TypeScript makes of it.
import { createRequire } from "node:module";
import type {
  constrainMetaModel,
  JsonSchemaInputProcessor,
  TypeScriptTypeMapping,
} from "@asyncapi/modelina";

export interface ModelinaParts {
  readonly constrainMetaModel: typeof constrainMetaModel;
  readonly JsonSchemaInputProcessor: typeof JsonSchemaInputProcessor;
  readonly TypeScriptDefaultTypeMapping: TypeScriptTypeMapping;
}

/**
 * Loads three modules of Modelina, in a tenth of the time that its index takes: that loads what reads every input, with
 * parsers of all versions of AsyncAPI and the TypeScript compiler among it. What renders stays away too, since our own
 * printer does that.
 */
export function loadModelina(): ModelinaParts {
  return {
    ...load<"constrainMetaModel">("helpers/ConstrainHelpers"),
    ...load<"JsonSchemaInputProcessor">("processors/JsonSchemaInputProcessor"),
    ...load<"TypeScriptDefaultTypeMapping">("generators/typescript/TypeScriptConstrainer"),
  };
}

const require = createRequire(import.meta.url);

/** The package names no exports, so that its modules may be asked for by their paths. */
function load<Part extends keyof ModelinaParts>(path: string): Pick<ModelinaParts, Part> {
  return require(`@asyncapi/modelina/lib/cjs/${path}.js`);
}
