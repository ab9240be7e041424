// Modelina, asked once for all types of a contract. It is loaded when it is needed.
import type {
  AbstractDependencyManager,
  ConstrainedMetaModel,
  Constraints,
  Draft7Schema,
  TypeMapping,
  TypeScriptOptions,
} from "@asyncapi/modelina";
import { loadModelina } from "./load-modelina.ts";
import type { ModelinaSchema } from "./to-modelina-schema.ts";

/**
 * Answers Modelina's model of each schema, under the same key. Every schema in them has its name in `$id` and there are
 * no references, so that Modelina need not look for either.
 */
export function runModelina(
  schemas: ReadonlyMap<string, ModelinaSchema>,
): ReadonlyMap<string, ConstrainedMetaModel> {
  const { JsonSchemaInputProcessor, constrainMetaModel, TypeScriptDefaultTypeMapping } =
    loadModelina();
  const keys = [...schemas.keys()];
  const metaModel = JsonSchemaInputProcessor.convertSchemaToMetaModel({
    $id: rootName,
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(keys.map((key, index) => [`t${index}`, schemas.get(key)])),
  } as Draft7Schema);
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
