// Modelina, asked once for all types of a contract. It is loaded when it is needed.
import type {
  AbstractDependencyManager,
  ConstrainedMetaModel,
  Constraints,
  TypeMapping,
  TypeScriptOptions,
} from "@asyncapi/modelina";
import { loadModelina } from "./load-modelina.ts";
import type { ModelinaSchema } from "./to-modelina-schema.ts";

/**
 * Answers Modelina's model of each schema, under the same key. `definitions` are what references lead to: stand-ins
 * that carry a name.
 */
export async function runModelina(
  schemas: ReadonlyMap<string, ModelinaSchema>,
  definitions: Readonly<Record<string, ModelinaSchema>>,
): Promise<ReadonlyMap<string, ConstrainedMetaModel>> {
  const { JsonSchemaInputProcessor, constrainMetaModel, TypeScriptDefaultTypeMapping } =
    loadModelina();
  const keys = [...schemas.keys()];
  const { models } = await new JsonSchemaInputProcessor().process({
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: rootName,
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(keys.map((key, index) => [`t${index}`, schemas.get(key)])),
    definitions,
  });
  const metaModel = models[rootName];
  if (metaModel === undefined) throw new Error("modelina: no model of its input came back");
  const root = constrainMetaModel<Options, AbstractDependencyManager>(
    TypeScriptDefaultTypeMapping as TypeMapping<Options, AbstractDependencyManager>,
    constraints,
    { metaModel, constrainedName: rootName, options, dependencyManager },
  );
  const properties = readProperties(root);
  return new Map(
    keys.flatMap((key, index) => {
      const model = properties[`t${index}`]?.property;
      return model === undefined ? [] : [[key, model] as const];
    }),
  );
}

type Options = Pick<TypeScriptOptions, "mapType">;

const options: Options = { mapType: "record" };

// names, keys and values are settled before; Modelina would change them, or leave them unescaped
const constraints: Constraints<Options> = {
  modelName: ({ modelName }) => modelName,
  propertyKey: ({ objectPropertyModel }) => objectPropertyModel.propertyName,
  enumKey: ({ enumKey }) => String(enumKey),
  enumValue: ({ enumValue }) => JSON.stringify(enumValue),
  constant: ({ constrainedMetaModel }) =>
    JSON.stringify(constrainedMetaModel.options.const?.originalInput),
};

/** Collects imports for its renderer, which has no part in this. */
const dependencyManager: AbstractDependencyManager = {
  dependencies: [],
  addDependency: () => undefined,
};

// no name of a contract has a space
const rootName = "all types";

interface Fields {
  readonly [name: string]: { readonly property: ConstrainedMetaModel } | undefined;
}

function readProperties(model: ConstrainedMetaModel): Fields {
  return "properties" in model ? (model.properties as Fields) : {};
}
