// Fields that a value may carry although its own schema does not declare them.
import { isSchemaObject } from "../../shape/shape-reader.ts";
import type { Branch, Reading } from "./branch.ts";
import { areDisjoint } from "./disjoint.ts";
import type { Located, Node } from "./located.ts";

/**
 * Answers whether a publisher may send a field that the branch does not declare: since nothing speaks of fields, or
 * since another schema that the value may match as well declares it.
 */
export function foreignOf(
  branch: Branch,
  siblings: readonly Branch[],
  read: (node: Node) => Reading,
): (name: string) => boolean {
  const others = siblings.filter(
    (one) => one !== branch && one.literals === undefined && !areDisjoint(one, branch, read),
  );
  if (declaresAnything(branch) || others.some(declaresAnything)) return () => true;
  if (others.some(({ fields }) => fields.rest !== undefined || fields.patterns.size > 0)) {
    return () => true;
  }
  const names = new Set(others.flatMap(({ fields }) => [...fields.properties.keys()]));
  return (name) => names.has(name);
}

const declaring: ReadonlySet<string> = new Set(["anyOf", "dependencies", "if", "oneOf"]);

function declaresAnything({ node, opaque }: Branch): boolean {
  const isConditional = opaque.some(
    ({ keyword, parts }) => declaring.has(keyword) && parts.size > 0,
  );
  return isConditional || !node.some(speaksOfFields);
}

function speaksOfFields({ schema }: Located): boolean {
  if (!isSchemaObject(schema)) return false;
  if (schema.type !== undefined) return [schema.type].flat().includes("object");
  return ["additionalProperties", "patternProperties", "properties", "required"].some(
    (keyword) => keyword in schema,
  );
}
