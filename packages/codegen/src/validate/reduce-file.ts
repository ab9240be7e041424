// A file of the contract, reduced to what the parser is to judge.
import { bundledFilesKey } from "../load/bundled-files.ts";
import type { LoadedDocument } from "../load/loaded-document.ts";
import { parseReference } from "../load/reference.ts";
import { virtualPath } from "./virtual-path.ts";

/**
 * A schema that is always valid. Every schema is replaced by it: the parser copies out what schemas refer to, which
 * takes time without bound where they share references, and reads a `$ref` in what is a user's data.
 */
const anySchema = { type: "object", properties: {} };

const schemaKeys: ReadonlySet<string> = new Set(["headers", "payload", "schema"]);

/** What is no structure of ours to judge: transports' own words, and the format, which the model judges. */
const droppedKeys: ReadonlySet<string> = new Set([
  "bindings",
  "channelBindings",
  "messageBindings",
  "operationBindings",
  "schemaFormat",
  "serverBindings",
]);

/** Keys of AsyncAPI whose value maps names of the user's own to objects. */
const nameMapKeys: ReadonlySet<string> = new Set([
  "channels",
  "correlationIds",
  "externalDocs",
  "messages",
  "messageTraits",
  "operations",
  "operationTraits",
  "parameters",
  "replies",
  "replyAddresses",
  "securitySchemes",
  "servers",
  "serverVariables",
  "tags",
  "variables",
  bundledFilesKey,
]);

const extensionKey = /^x-[\w.-]+$/;

/** Answers plain data: schemas, bindings and extensions gone, references led to the files' names in the parser. */
export function reduceFile(
  document: LoadedDocument,
  file: string,
  files: readonly string[],
): unknown {
  const rewrite = (ref: string): string => {
    const target = parseReference(file, ref);
    if (target.kind === "malformed") return ref;
    const { file: to = file } = document.sources.get(target.place.file) ?? {};
    const fragment = `#${encodeURI(target.place.pointer)}`;
    return to === file ? fragment : virtualPath(files.indexOf(to)) + fragment;
  };
  return reduce(document.sources.get(file)?.value, false, rewrite);
}

function reduce(value: unknown, isNameMap: boolean, rewrite: (ref: string) => string): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => reduce(item, false, rewrite));
  const entries = Object.entries(value)
    // the parser would take "__proto__" for a prototype
    .filter(([key]) => key !== "__proto__" && (isNameMap || !isDropped(key)))
    .map(([key, child]): [string, unknown] => {
      if (isNameMap) return [key, reduce(child, false, rewrite)];
      if (key === "$ref" && typeof child === "string") return [key, rewrite(child)];
      if (schemaKeys.has(key)) return [key, anySchema];
      if (key === "schemas" && isPlainObject(child)) return [key, reduceSchemas(child, rewrite)];
      return [key, reduce(child, nameMapKeys.has(key) && isPlainObject(child), rewrite)];
    });
  return Object.fromEntries(entries);
}

function isDropped(key: string): boolean {
  return droppedKeys.has(key) || (extensionKey.test(key) && key !== bundledFilesKey);
}

/** A message may stand among schemas, for a channel to refer to. */
function reduceSchemas(schemas: object, rewrite: (ref: string) => string): object {
  return Object.fromEntries(
    Object.entries(schemas).map(([key, schema]) => {
      const isMessage = isPlainObject(schema) && "payload" in schema && !("type" in schema);
      return [key, isMessage ? reduce(schema, false, rewrite) : anySchema];
    }),
  );
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
