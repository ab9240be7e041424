// Conditions as rules of the runtime.
import type { Doc } from "../printer/doc.ts";
import { array, call } from "../printer/expression.ts";
import { literal, stringLiteral } from "../printer/literal.ts";
import type { Condition, RefinedShape, Shape } from "../shape/shape.ts";
import { checkSymbol, z } from "./modules.ts";

type Print = (shape: Shape) => Doc;

/** The base within what it is equal to, and all other conditions beside it. */
export function printRefined({ base, conditions }: RefinedShape, print: Print): Doc {
  let printed = print(base);
  const rules: Doc[] = [];
  for (const condition of conditions) {
    if (condition.kind === "equalTo")
      printed = rule("equalTo", printed, ...condition.values.map(literal));
    else rules.push(printCondition(condition, print));
  }
  const [only] = rules;
  if (only === undefined) return printed;
  const isLone = rules.length === 1 && base.kind === "unknown" && conditions.length === 1;
  // what has to match a schema is typed by it, the value is not
  return isLone && conditions[0]?.kind !== "matches" ? only : rule("matching", printed, ...rules);
}

function printCondition(condition: Exclude<Condition, { kind: "equalTo" }>, print: Print): Doc {
  switch (condition.kind) {
    case "matches":
      return print(condition.shape);
    case "not":
    case "contains":
    case "fieldNames":
      return rule(condition.kind, print(condition.shape));
    case "whenType":
      return rule("whenType", stringLiteral(condition.type), print(condition.shape));
    case "whenField":
      return rule("whenField", stringLiteral(condition.name), print(condition.shape));
    case "requires":
      return rule(
        "requires",
        stringLiteral(condition.name),
        array(condition.others.map(stringLiteral)),
      );
    case "minFields":
    case "maxFields":
      return rule(condition.kind, String(condition.count));
    case "when":
      return printWhen(condition, print);
  }
}

function printWhen(condition: Extract<Condition, { kind: "when" }>, print: Print): Doc {
  const { if: test, then, else: otherwise } = condition;
  const any = call([z, ".unknown"], []);
  const arms = otherwise ? [then ? print(then) : any, print(otherwise)] : then ? [print(then)] : [];
  return rule("when", print(test), ...arms);
}

function rule(name: string, ...args: readonly Doc[]): Doc {
  return call(checkSymbol(name), args);
}
