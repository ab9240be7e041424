// The TypeScript types of a plan, as Modelina sees them.
import type { ContractPlan, TypePlan } from "../plan/plan.ts";
import { baseOf, type ObjectShape } from "../shape/shape.ts";
import { collectObjects, readInterface, readType, standInMark } from "./read-modelina.ts";
import { runModelina } from "./run-modelina.ts";
import { type ModelinaSchema, toModelinaSchema } from "./to-modelina-schema.ts";
import type { InterfaceTree, TypeTree } from "./type-tree.ts";

export interface ContractTypes {
  /** The type that a payload or a component is. */
  readonly typeOf: (plan: TypePlan) => TypeTree | undefined;
  /** The fields of a named object. */
  readonly interfaceOf: (typeName: string) => InterfaceTree | undefined;
}

/** Asks Modelina once for all types that are wanted. */
export function planTypes(
  plan: ContractPlan,
  isWanted: (type: TypePlan) => boolean = () => true,
): ContractTypes {
  const objects = namedObjects(plan);
  const standIns = new Map(
    [...plan.components].map(([id, { typeName }]) => [id, standIn(typeName)]),
  );
  let count = 0;
  const names = {
    nameOfObject: (shape: ObjectShape): string => objects.get(shape) ?? "",
    standInOf: (id: string): ModelinaSchema => standIns.get(id) ?? {},
    freshName: (): string => {
      count += 1;
      return `anonymous ${count}`;
    },
  };
  const wanted = plan.types.filter(isWanted);
  const schemas = new Map(
    wanted.map((type) => [type.typeName, toModelinaSchema(type.shape, names)]),
  );
  const models = runModelina(schemas);
  const isName = nameTest([...objects.values()]);
  const types = new Map<string, TypeTree>();
  const interfaces = new Map<string, InterfaceTree>();
  // all at once, so that Modelina's models, which are large, need not be kept
  for (const [typeName, model] of models) {
    types.set(typeName, readType(model, isName));
    for (const [name, object] of collectObjects(model)) {
      if (isName(name)) interfaces.set(name, readInterface(object, isName));
    }
  }
  return {
    typeOf: ({ typeName }) => types.get(typeName),
    interfaceOf: (typeName) => interfaces.get(typeName),
  };
}

function nameTest(names: readonly string[]): (name: string) => boolean {
  const known = new Set(names);
  return (name) => known.has(name);
}

function namedObjects(plan: ContractPlan): ReadonlyMap<ObjectShape, string> {
  const objects = new Map<ObjectShape, string>();
  for (const { shape: refined, typeName, parts } of plan.types) {
    const shape = baseOf(refined);
    if (shape.kind === "object") objects.set(shape, typeName);
    for (const part of parts) objects.set(part.shape, part.typeName);
  }
  return objects;
}

function standIn(name: string): ModelinaSchema {
  return { $id: standInMark + name, type: "object", additionalProperties: false };
}
