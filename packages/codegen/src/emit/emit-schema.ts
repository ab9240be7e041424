// A type's zod schema, private to its file, and the export that shows it through our own small interface.
import type { ComponentPlan, TypePlan } from "../plan/plan.ts";
import { type Doc, fluid, group, hardLine, indent, line } from "../printer/doc.ts";
import { docComment } from "../printer/doc-comment.ts";
import { typeArguments } from "../printer/expression.ts";
import type { Shape } from "../shape/shape.ts";
import { type Components, planSchema } from "./emit-context.ts";
import { assertType, componentSchemaType, equalType, schemaType, zType } from "./modules.ts";
import { printZod, type ZodNames } from "./print-zod.ts";

export function emitSchema(plan: TypePlan, components: Components): readonly Doc[] {
  const schema = isComponent(plan) ? componentSchemaType : schemaType;
  const comment = docComment({ text: plan.role }) ?? "";
  const left: Doc = [`export const ${plan.schemaName}: `, schema, `<${plan.typeName}> =`];
  const names = zodNames(plan, components);
  const printed = printZod(plan.shape, names);
  // another schema by another name: it has its own proof
  if (plan.shape.kind === "reference" && !names.isLazy(plan.shape.id)) {
    return [[comment, hardLine, left, fluid(printed), ";"]];
  }
  const proof = [`${plan.constName} satisfies `, assertType, typeArguments([equalOf(plan)])];
  return [
    [`const ${plan.constName} =`, pure(plan.shape, printed), ";"],
    [comment, hardLine, left, fluid(proof), ";"],
  ];
}

/**
 * Bundlers drop an unused call that is marked pure, but not the calls in its arguments. So a schema made of several
 * calls is made in one function.
 */
function pure(shape: Shape, printed: Doc): Doc {
  if (isOneCall(shape)) return fluid(["/*#__PURE__*/ ", printed]);
  return [" /*#__PURE__*/ (() =>", group(indent([line, printed])), ")()"];
}

function isOneCall(shape: Shape): boolean {
  return ["unknown", "never", "null", "boolean"].includes(shape.kind);
}

function equalOf({ constName, typeName }: TypePlan): Doc {
  return [equalType, typeArguments([[zType, `.infer<typeof ${constName}>`], typeName])];
}

function zodNames(plan: TypePlan, components: Components): ZodNames {
  return {
    schemaOf: (id) => {
      const target = components.named(id);
      if (target === undefined || target.file === plan.file) return plan.schemaName;
      return planSchema(plan.file, target);
    },
    isLazy: (id) => isComponent(plan) && plan.cycle.has(id),
    shapeOf: components.shapeOf,
  };
}

function isComponent(plan: TypePlan): plan is ComponentPlan {
  return "cycle" in plan;
}
