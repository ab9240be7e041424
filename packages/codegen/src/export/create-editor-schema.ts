// AsyncAPI's own schema with our extensions in it, for editors.
import { createRequire } from "node:module";
import { generatedComment } from "../write/generated-file.ts";
import { extensionPlaces, extensionSchema } from "./extension-schemas.ts";

type Schema = Readonly<Record<string, unknown>>;

interface OfficialSchema extends Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** Name of the file; an editor is shown to it by `# yaml-language-server: $schema=./lockstep.editor.json`. */
export const editorSchemaFile = "lockstep.editor.json";

/**
 * JSON of a draft-07 schema that a whole document of AsyncAPI 3.0 or 3.1 passes, and so does a file that holds parts of
 * one (channels, components) for it to refer to.
 */
export function createEditorSchema(command: string): string {
  const { properties, definitions, patternProperties } = loadOfficialSchema();
  const schema = {
    $comment: generatedComment("@asyncapi/specs (Apache-2.0) and Lockstep's extensions", command),
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `https://lockstep.invalid/${editorSchemaFile}`,
    title: "AsyncAPI 3 with the extensions of Lockstep",
    type: "object",
    properties: { ...properties, asyncapi: { enum: ["3.0.0", "3.1.0"] } },
    patternProperties,
    if: { required: ["asyncapi"] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      required: ["info"],
      propertyNames: { anyOf: [{ enum: Object.keys(properties) }, { pattern: "^x-" }] },
    },
    definitions: { ...definitions, ...extend(definitions) },
  };
  return `${JSON.stringify(schema)
    .replace('{"$comment":', '{\n  "$comment": ')
    .replace('","$schema":', '",\n  "$schema":')}\n`;
}

/** That of 3.1 knows all that 3.0 has. */
function loadOfficialSchema(): OfficialSchema {
  // its references lead to its own definitions, as editors understand them
  const require = createRequire(import.meta.url);
  return require("@asyncapi/specs/schemas/3.1.0-without-$id.json");
}

function extend(definitions: OfficialSchema["definitions"]): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(extensionPlaces).map(([name, words]) => {
      const { properties, patternProperties, ...rest } = definitions[name] ?? {};
      const ours = extensionSchema(words);
      const merged = {
        ...rest,
        properties: { ...(properties as Schema), ...(ours.properties as Schema) },
        patternProperties: {
          ...(patternProperties as Schema),
          ...(ours.patternProperties as Schema),
        },
      };
      return [name, merged];
    }),
  );
}
