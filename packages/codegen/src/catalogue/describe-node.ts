// What a value may be, as a tree that ends: schemas that are large, or lead back to themselves, are named only.
import { childrenOf } from "../plan/cycles.ts";
import type { ContractPlan } from "../plan/plan.ts";
import { baseOf, type Condition, conditionsOf, type Notes, type Shape } from "../shape/shape.ts";
import type { CatalogueNode, CataloguePart } from "./catalogue.ts";
import { describeRules } from "./describe-rules.ts";
import { describeType, type FindComponent } from "./describe-type.ts";

/** Describes a shape, with what its document says of it. */
export type DescribeNode = (shape: Shape, notes: Notes) => CatalogueNode;

// a schema with more parts than this is a page of its own to read
const mostPartsInPlace = 24;

export function createDescribeNode({ components }: Pick<ContractPlan, "components">): DescribeNode {
  const find: FindComponent = (id) => components.get(id);
  const sizes = new Map<string, number>();

  /** How many parts a schema has when everything in it is shown in place; none has a number that leads to itself. */
  const sizeOf = (shape: Shape): number => {
    if (shape.kind !== "reference") {
      const own = shape.kind === "object" ? shape.properties.length : 0;
      return childrenOf(shape).reduce((sum, child) => sum + sizeOf(child), own);
    }
    const component = components.get(shape.id);
    if (component === undefined) return 0;
    if (component.cycle.size > 0) return Number.POSITIVE_INFINITY;
    const known = sizes.get(shape.id) ?? sizeOf(component.shape);
    sizes.set(shape.id, known);
    return known;
  };

  const describe: DescribeNode = (shape, notes) => ({
    type: describeType(shape, find),
    rules: describeRules(shape, find),
    ...(notes.description !== undefined && { description: notes.description }),
    ...(notes.deprecated !== undefined && { deprecated: notes.deprecated }),
    parts: [
      ...partsOf(baseOf(shape)),
      ...conditionsOf(shape).flatMap((condition) => conditionParts(condition, describe)),
    ],
  });

  const partsOf = (shape: Shape): readonly CataloguePart[] => {
    switch (shape.kind) {
      case "object": {
        const { properties, patterns = [], rest } = shape;
        const fields = properties.map(({ name, shape: field, required, notes }) => ({
          kind: "field" as const,
          name,
          required,
          node: describe(field, notes),
        }));
        const named = patterns.map(({ pattern, shape: value }) =>
          inWords(`fields that match ${pattern}`, describe(value, unsaid)),
        );
        const others = properties.length + patterns.length > 0 ? "every other field" : "each value";
        return [
          ...fields.filter(({ required }) => required),
          ...fields.filter(({ required }) => !required),
          ...named,
          ...(typeof rest === "string" ? [] : [inWords(others, describe(rest, unsaid))]),
        ];
      }
      case "array":
        return whole(shape.item);
      case "tuple":
        return [
          ...shape.items.map((item, index) =>
            inWords(
              `item ${index + 1}${index < shape.required ? "" : ", optional"}`,
              describe(item, unsaid),
            ),
          ),
          ...(shape.rest ? [inWords("every further item", describe(shape.rest, unsaid))] : []),
        ];
      case "union": {
        const members = shape.members.filter(({ kind }) => kind !== "null");
        const [only, ...others] = members;
        if (only !== undefined && others.length === 0) return whole(only);
        if (members.every((member) => isPlain(member))) return [];
        const either = shape.exclusive ? "exactly one: option" : "option";
        return members.map((member, index) =>
          inWords(`${either} ${index + 1}`, describe(member, unsaid)),
        );
      }
      case "reference": {
        const target = components.get(shape.id)?.shape;
        if (target === undefined || sizeOf(shape) > mostPartsInPlace) return [];
        return whole(target);
      }
      default:
        return [];
    }
  };
  /** The parts of a value that stands for another. */
  const whole = (shape: Shape): readonly CataloguePart[] => describe(shape, unsaid).parts;
  return describe;
}

const unsaid: Notes = { constraints: [] };

function conditionParts(condition: Condition, describe: DescribeNode): readonly CataloguePart[] {
  const part = (words: string, shape: Shape | undefined): readonly CataloguePart[] =>
    shape === undefined ? [] : [inWords(words, describe(shape, unsaid))];
  switch (condition.kind) {
    case "matches":
      return part("and also", condition.shape);
    case "not":
      return part("but not", condition.shape);
    case "contains":
      return part("at least one item", condition.shape);
    case "fieldNames":
      return part("each name of a field", condition.shape);
    case "whenType":
      return part(`if it is of type ${condition.type}`, condition.shape);
    case "whenField":
      return part(`if "${condition.name}" is there`, condition.shape);
    case "when":
      return [
        ...part("if", condition.if),
        ...part("then", condition.then),
        ...part("else", condition.else),
      ];
    default:
      // said by the rules
      return [];
  }
}

function inWords(words: string, node: CatalogueNode): CataloguePart {
  return { kind: "words", words, node };
}

/** Whether the words of its type say all of it. */
function isPlain(shape: Shape): boolean {
  return shape.kind === "boolean" || shape.kind === "literals";
}
