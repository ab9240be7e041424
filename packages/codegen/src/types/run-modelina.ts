// Modelina, asked once for all types of a contract. It is slow to load, so it is loaded when it is needed.
import type { ConstrainedMetaModel } from "@asyncapi/modelina";
import type { ModelinaSchema } from "./to-modelina-schema.ts";

/**
 * Answers Modelina's model of each schema, under the same key. `definitions` are what references lead to: stand-ins
 * that carry a name.
 */
export async function runModelina(
  schemas: ReadonlyMap<string, ModelinaSchema>,
  definitions: Readonly<Record<string, ModelinaSchema>>,
): Promise<ReadonlyMap<string, ConstrainedMetaModel>> {
  const { TypeScriptGenerator } = await import("@asyncapi/modelina");
  const generator = new TypeScriptGenerator({
    modelType: "interface",
    enumType: "union",
    mapType: "record",
    rawPropertyNames: true,
    // names, keys and values are settled before; Modelina would change them, or leave them unescaped
    constraints: {
      modelName: ({ modelName }) => modelName,
      propertyKey: ({ objectPropertyModel }) => objectPropertyModel.propertyName,
      enumKey: ({ enumKey }) => String(enumKey),
      enumValue: ({ enumValue }) => JSON.stringify(enumValue),
      constant: ({ constrainedMetaModel }) =>
        JSON.stringify(constrainedMetaModel.options.const?.originalInput),
    },
  });
  const keys = [...schemas.keys()];
  const models = await generator.generate({
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: rootName,
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(keys.map((key, index) => [`t${index}`, schemas.get(key)])),
    definitions,
  });
  const root = models.find(({ modelName }) => modelName === rootName)?.model;
  const properties = readProperties(root);
  return new Map(
    keys.flatMap((key, index) => {
      const model = properties[`t${index}`]?.property;
      return model === undefined ? [] : [[key, model] as const];
    }),
  );
}

// no name of a contract has a space
const rootName = "all types";

interface Fields {
  readonly [name: string]: { readonly property: ConstrainedMetaModel } | undefined;
}

function readProperties(model: ConstrainedMetaModel | undefined): Fields {
  return model !== undefined && "properties" in model ? (model.properties as Fields) : {};
}
