// The modules that generated code imports from.
import { type ImportedSymbol, typeSymbol, valueSymbol } from "../printer/doc.ts";

export const runtime = {
  root: "@lockstep/runtime",
  publish: "@lockstep/runtime/publish",
  subscribe: "@lockstep/runtime/subscribe",
  react: "@lockstep/runtime/react",
  auth: "@lockstep/runtime/auth",
  schema: "@lockstep/runtime/schema",
} as const;

/** `z` of `zod/mini`. */
export const z: ImportedSymbol = { kind: "symbol", name: "z", from: "zod/mini", as: "namespace" };

/** `z` where it stands for its types. */
export const zType: ImportedSymbol = { ...z, as: "namespace-type" };

export const schemaType: ImportedSymbol = typeSymbol("Schema", runtime.root);
export const assertType: ImportedSymbol = typeSymbol("Assert", runtime.root);
export const equalType: ImportedSymbol = typeSymbol("Equal", runtime.root);
export const componentSchemaType: ImportedSymbol = typeSymbol("ComponentSchema", runtime.schema);

/** A check of `@lockstep/runtime/schema`. */
export function checkSymbol(name: string): ImportedSymbol {
  return valueSymbol(name, runtime.schema);
}

/** The specifier by which one generated file imports another; both are paths in one folder, without a suffix. */
export function relativeModule(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared])
    shared += 1;
  const up = here.length - shared;
  const lead = up === 0 ? "./" : "../".repeat(up);
  return `${lead}${there.slice(shared).join("/")}.js`;
}
