// Modelina's models as type trees. Modelina decides what a type is; this only reads it.
import type {
  ConstrainedArrayModel,
  ConstrainedDictionaryModel,
  ConstrainedEnumModel,
  ConstrainedMetaModel,
  ConstrainedObjectModel,
  ConstrainedReferenceModel,
  ConstrainedTupleModel,
  ConstrainedUnionModel,
} from "@asyncapi/modelina";
import {
  knownMark,
  neverMark,
  propertyMark,
  requiredMark,
  restMark,
} from "./to-modelina-schema.ts";
import {
  type FieldTree,
  type InterfaceTree,
  keyword,
  type TypeTree,
  unionOf,
} from "./type-tree.ts";

/** Before the name of a stand-in, since Modelina takes two schemas of one name for one. */
export const standInMark = "reference to ";

interface Models {
  Array: ConstrainedArrayModel;
  Dictionary: ConstrainedDictionaryModel;
  Enum: ConstrainedEnumModel;
  Object: ConstrainedObjectModel;
  Reference: ConstrainedReferenceModel;
  Tuple: ConstrainedTupleModel;
  Union: ConstrainedUnionModel;
}

/** The type as it is used; `isName` tells which objects stand under their own name. */
export function readType(model: ConstrainedMetaModel, isName: (name: string) => boolean): TypeTree {
  const type = readBare(behind(model), isName);
  const unknown = type.kind === "keyword" && type.word === "unknown";
  return model.options.isNullable === true && !unknown ? unionOf([type, keyword("null")]) : type;
}

/** The fields of a named object. */
export function readInterface(
  model: ConstrainedObjectModel,
  isName: (name: string) => boolean,
): InterfaceTree {
  const properties = Object.values(model.properties);
  const isDeclared = (name: string): boolean => name.startsWith(propertyMark);
  const fields = properties
    .filter(({ unconstrainedPropertyName }) => isDeclared(unconstrainedPropertyName))
    .map(
      (property): FieldTree => ({
        name: property.unconstrainedPropertyName.slice(propertyMark.length),
        required: property.required,
        type: readType(property.property, isName),
      }),
    )
    .sort((one, two) => (one.name < two.name ? -1 : 1));
  const rest = properties.find(
    ({ unconstrainedPropertyName }) => !isDeclared(unconstrainedPropertyName),
  )?.property;
  return { fields, ...(rest && is(rest, "Dictionary") && { rest: readType(rest.value, isName) }) };
}

/** Every object in a model by its name, the model itself included. */
export function collectObjects(
  model: ConstrainedMetaModel,
  found: Map<string, ConstrainedObjectModel> = new Map(),
): ReadonlyMap<string, ConstrainedObjectModel> {
  const target = behind(model);
  if (is(target, "Object")) {
    if (found.has(target.name)) return found;
    found.set(target.name, target);
  }
  for (const child of childrenOf(target)) collectObjects(child, found);
  return found;
}

function childrenOf(model: ConstrainedMetaModel): readonly ConstrainedMetaModel[] {
  if (is(model, "Object")) return Object.values(model.properties).map(({ property }) => property);
  if (is(model, "Array")) return [model.valueModel];
  if (is(model, "Dictionary")) return [model.value];
  if (is(model, "Union")) return model.union;
  return is(model, "Tuple") ? model.tuple.map(({ value }) => value) : [];
}

function readBare(model: ConstrainedMetaModel, isName: (name: string) => boolean): TypeTree {
  const read = (inner: ConstrainedMetaModel): TypeTree => readType(inner, isName);
  if (is(model, "Object")) {
    if (model.name.startsWith(standInMark))
      return { kind: "name", name: model.name.slice(standInMark.length) };
    return isName(model.name)
      ? { kind: "name", name: model.name }
      : { kind: "map", value: keyword("never") };
  }
  if (is(model, "Enum"))
    return unionOf(model.values.map(({ originalInput }) => readLiteral(originalInput)));
  if (is(model, "Array")) return { kind: "list", item: read(model.valueModel) };
  if (is(model, "Dictionary")) return { kind: "map", value: read(model.value) };
  if (is(model, "Union")) return unionOf(model.union.map(read));
  if (is(model, "Tuple")) {
    const items = model.tuple.map(({ value }) => read(value));
    const rest = inputOf(model)[restMark] === true ? items.pop() : undefined;
    const required = Number(inputOf(model)[requiredMark] ?? items.length);
    return { kind: "tuple", items, required, ...(rest && { rest }) };
  }
  return readScalar(model);
}

function readScalar(model: ConstrainedMetaModel): TypeTree {
  const known = inputOf(model)[knownMark];
  if (Array.isArray(known)) return unionOf([...known.map(readLiteral), keyword("(string & {})")]);
  const [word] = model.type.split(" ");
  if (word === "string" || word === "number" || word === "boolean") return keyword(word);
  if (inputOf(model)[neverMark] === true) return keyword("never");
  return keyword(inputOf(model).type === "null" ? "null" : "unknown");
}

function readLiteral(value: unknown): TypeTree {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return { kind: "literal", value };
  }
  return keyword("null");
}

function behind(model: ConstrainedMetaModel): ConstrainedMetaModel {
  return is(model, "Reference") ? behind(model.ref) : model;
}

// by name, so that Modelina need not be loaded to read what it made
function is<Kind extends keyof Models>(
  model: ConstrainedMetaModel,
  kind: Kind,
): model is Models[Kind] {
  return model.constructor.name === `Constrained${kind}Model`;
}

function inputOf(model: ConstrainedMetaModel): Readonly<Record<string, unknown>> {
  return typeof model.originalInput === "object" && model.originalInput !== null
    ? model.originalInput
    : {};
}
