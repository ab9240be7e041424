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
export async function planTypes(
  plan: ContractPlan,
  isWanted: (type: TypePlan) => boolean = () => true,
): Promise<ContractTypes> {
  const objects = namedObjects(plan);
  const references = new Map([...plan.components].map(([id, { typeName }]) => [id, typeName]));
  let count = 0;
  const names = {
    nameOfObject: (shape: ObjectShape): string => objects.get(shape) ?? "",
    nameOfReference: (id: string): string => references.get(id) ?? "",
    freshName: (): string => {
      count += 1;
      return `anonymous ${count}`;
    },
  };
  const wanted = plan.types.filter(isWanted);
  const schemas = new Map(
    wanted.map((type) => [type.typeName, toModelinaSchema(type.shape, names)]),
  );
  const models = await runModelina(schemas, standIns([...references.values()]));
  const isName = nameTest([...objects.values()]);
  const interfaces = new Map<string, InterfaceTree>();
  for (const model of models.values()) {
    for (const [name, object] of collectObjects(model)) {
      if (isName(name)) interfaces.set(name, readInterface(object, isName));
    }
  }
  return {
    typeOf: ({ typeName }) => {
      const model = models.get(typeName);
      return model && readType(model, isName);
    },
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

function standIns(names: readonly string[]): Readonly<Record<string, ModelinaSchema>> {
  const standIn = (name: string): ModelinaSchema => ({
    $id: standInMark + name,
    type: "object",
    additionalProperties: false,
  });
  return Object.fromEntries(names.map((name) => [name, standIn(name)]));
}
