// What a value is, in few words, with links to the schemas that have a name.
import type { ComponentPlan } from "../plan/plan.ts";
import { baseOf, type Shape } from "../shape/shape.ts";
import type { TypeWord } from "./catalogue.ts";

/** Finds a component schema by its id. */
export type FindComponent = (id: string) => Pick<ComponentPlan, "shape" | "typeName"> | undefined;

/** A schema of few words is told by them and its name, any other by its name. */
export function describeType(shape: Shape, find: FindComponent): readonly TypeWord[] {
  switch (shape.kind) {
    case "unknown":
      return words("any value");
    case "never":
      return words("nothing");
    case "string":
      return words(
        shape.known === undefined ? "string" : `${listed(shape.known)}, or another string`,
      );
    case "number":
      return words(shape.rules.integer ? "integer" : "number");
    case "literals":
      return words(listed(shape.values));
    case "array":
      return [...words("list of "), ...describeType(shape.item, find)];
    case "tuple":
      return words(`list of ${shape.items.length}${shape.rest ? " or more" : ""}`);
    case "object":
      return words(
        shape.properties.length === 0 && typeof shape.rest !== "string" ? "map" : "object",
      );
    case "union":
      return shape.members.flatMap((member, index) => [
        ...(index > 0 ? words(" or ") : []),
        ...describeType(member, find),
      ]);
    case "refined":
      return describeType(shape.base, find);
    case "reference": {
      const component = find(shape.id);
      if (component === undefined) return words("any value");
      const { typeName, shape: target } = component;
      const name = { text: typeName, schema: typeName };
      return isPlain(baseOf(target))
        ? [...describeType(target, find), { text: " " }, name]
        : [name];
    }
    default:
      return words(shape.kind);
  }
}

/** Whether its type is a word or two. */
function isPlain({ kind }: Shape): boolean {
  return kind === "boolean" || kind === "literals" || kind === "number" || kind === "string";
}

function words(text: string): readonly TypeWord[] {
  return [{ text }];
}

function listed(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(" or ");
}
