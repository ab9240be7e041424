// What reading a schema needs: the place it is at, and somewhere to say what is wrong with it.
import { type Diagnostic, diagnosticAt } from "../diagnostic.ts";
import type { ContractModel, JsonSchemaObject, SchemaModel } from "../model/contract-model.ts";

/** What of a model the reading of one of its schemas needs. */
export interface SchemaSource extends Pick<ContractModel, "locate"> {
  readonly schemas: Pick<ContractModel["schemas"], "get">;
}

/** A schema and where it is written. */
export interface Site {
  readonly model: SchemaSource;
  readonly origin: SchemaModel["origin"];
  /** From the schema's root. */
  readonly pointer: string;
  /** Every finding goes here; a schema with an error has no shape. */
  readonly diagnostics: Diagnostic[];
  /** Ids of the references being read in place of themselves. */
  readonly inside: readonly string[];
  /** How many references have been read in place of themselves, below the first of them. */
  readonly expanded?: { count: number };
}

/** One step down, for each key. */
export function below(site: Site, ...keys: readonly (string | number)[]): Site {
  const steps = keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return { ...site, pointer: site.pointer + steps.join("") };
}

/** Reports an error at a place and answers nothing, for `return refuse(…)`. */
export function refuse(site: Site, code: string, message: string): undefined {
  const place = site.model.locate(site.origin, site.pointer);
  site.diagnostics.push(diagnosticAt(place, { severity: "error", code, message }));
  return undefined;
}

/** Reports a warning at a place, once. */
export function warn(site: Site, code: string, message: string): void {
  const place = site.model.locate(site.origin, site.pointer);
  const isKnown = site.diagnostics.some(
    (other) => other.code === code && other.file === place.file && other.pointer === place.pointer,
  );
  if (!isKnown) site.diagnostics.push(diagnosticAt(place, { severity: "warning", code, message }));
}

/** Refuses a field named `__proto__`: ajv passes over it, and JavaScript gives it a meaning of its own. */
export function refuseUnsafe(site: Site): undefined {
  return refuse(
    site,
    "unsafe-name",
    "__proto__: JavaScript gives this name a meaning of its own; choose another name",
  );
}

export function isSchemaObject(schema: unknown): schema is JsonSchemaObject {
  return typeof schema === "object" && schema !== null && !Array.isArray(schema);
}
