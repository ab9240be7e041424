// The file of a payload or a component: its types, its schema and the proof that both agree.
import type { TypePlan } from "../plan/plan.ts";
import { isNamed } from "../plan/plan-parts.ts";
import { type Doc, hardLine } from "../printer/doc.ts";
import { docComment } from "../printer/doc-comment.ts";
import { block } from "../printer/expression.ts";
import { printModule } from "../printer/module.ts";
import { baseOf, type ObjectShape } from "../shape/shape.ts";
import { keyword } from "../types/type-tree.ts";
import {
  type Components,
  type EmitContext,
  type EmittedFile,
  generatedTag,
  planType,
} from "./emit-context.ts";
import { emitSchema } from "./emit-schema.ts";
import { commentOf, type NameType, printAlias, printInterface } from "./print-type.ts";

export function emitType(
  plan: TypePlan,
  context: EmitContext,
  components: Components,
): EmittedFile {
  const nameType = typeNamer(plan, components);
  const parts = plan.parts.map(({ typeName, shape }) =>
    withComment(
      { text: shape.description, tags: [generatedTag(plan.origin)] },
      printObject(typeName, shape, context, nameType),
    ),
  );
  const body = [printRoot(plan, context, nameType), ...parts, ...emitSchema(plan, components)];
  const partNames = plan.parts.map(({ typeName }) => typeName);
  const declares = [plan.typeName, plan.schemaName, plan.constName, ...partNames];
  return { path: `${plan.file}.ts`, text: printModule({ header: context.header, body, declares }) };
}

function printRoot(plan: TypePlan, context: EmitContext, nameType: NameType): Doc {
  const { tags = [], ...words } = commentOf(plan.notes);
  const comment = { ...words, tags: [...tags, generatedTag(plan.origin)] };
  const { typeName } = plan;
  const shape = baseOf(plan.shape);
  if (isNamed(shape)) return withComment(comment, printObject(typeName, shape, context, nameType));
  const type = context.types.typeOf(plan) ?? keyword("unknown");
  return withComment(comment, printAlias(typeName, type, nameType));
}

function printObject(
  name: string,
  shape: ObjectShape,
  context: EmitContext,
  nameType: NameType,
): Doc {
  const tree = context.types.interfaceOf(name) ?? { fields: [] };
  const members = printInterface(tree, shape, nameType);
  return [`export interface ${name} `, block(members, "")];
}

function withComment(comment: Parameters<typeof docComment>[0], doc: Doc): Doc {
  return [docComment(comment) ?? "", hardLine, doc];
}

/** Names of the file itself stand as they are; components are imported. */
function typeNamer(plan: TypePlan, components: Components): NameType {
  return (name) => {
    const component = components.named(name);
    const isHere = component === undefined || component.file === plan.file;
    return isHere ? name : planType(plan.file, component);
  };
}
