// Type trees as TypeScript.
import {
  choice,
  type Doc,
  fluid,
  group,
  hardLine,
  indent,
  join,
  line,
  softLine,
} from "../printer/doc.ts";
import { type CommentSource, docComment } from "../printer/doc-comment.ts";
import { literal, propertyKey } from "../printer/literal.ts";
import type { Notes, ObjectShape } from "../shape/shape.ts";
import { type InterfaceTree, keyword, type TypeTree, unionOf } from "../types/type-tree.ts";

/** How a named type is written in this file. */
export type NameType = (name: string) => Doc;

/** The members of an interface, each with its comment. */
export function printInterface(
  tree: InterfaceTree,
  shape: ObjectShape,
  nameType: NameType,
): readonly Doc[] {
  const fields = tree.fields.map(({ name, required, type }) => {
    const notes = shape.properties.find((property) => property.name === name)?.notes;
    const comment = notes && docComment(commentOf(notes), 2);
    const full = required ? type : unionOf([type, keyword("undefined")]);
    const key = `readonly ${propertyKey(name)}${required ? "" : "?"}:`;
    return [...(comment ? [comment, hardLine] : []), printAfter(key, full, nameType), ";"];
  });
  const rest = tree.rest && restType(tree, tree.rest);
  return rest ? [...fields, [printAfter(indexSignature, rest, nameType), ";"]] : fields;
}

/** A description, with the constraints in words behind it. */
export function commentOf(notes: Notes): Required<CommentSource> {
  const { description, constraints, choices = [], deprecated, examples = [] } = notes;
  const sentences = [constraints.join(", "), ...choices]
    .filter((words) => words !== "")
    .map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`);
  return {
    text: joinSentences(description, sentences.join(" ")),
    tags: deprecated === undefined ? [] : [["@deprecated", deprecated]],
    examples,
  };
}

/** On one line, unless the description has several. */
export function joinSentences(description = "", sentence = ""): string {
  const separator = description.includes("\n") ? "\n\n" : " ";
  return [description.trim(), sentence].filter((text) => text !== "").join(separator);
}

/** `lead type`, where a union that is too long goes on lines of its own. */
export function printAfter(lead: Doc, type: TypeTree, nameType: NameType): Doc {
  if (type.kind !== "union") return [lead, " ", printType(type, nameType)];
  const members = type.members.map((member) => printMember(member, nameType));
  return group([lead, indent([line, choice("| ", ""), join(members, [line, "| "])])]);
}

/** `type name = …;`, where what cannot be broken goes on the next line. */
export function printAlias(name: string, type: TypeTree, nameType: NameType): Doc {
  const lead = `export type ${name} =`;
  if (!isWhole(type)) return [printAfter(lead, type, nameType), ";"];
  return [lead, fluid(printType(type, nameType)), ";"];
}

/** Whether there is no place in the type for a line break. */
function isWhole(type: TypeTree): boolean {
  if (type.kind === "list") return isWhole(type.item);
  return type.kind === "literal" || type.kind === "name" || type.kind === "keyword";
}

export function printType(type: TypeTree, nameType: NameType): Doc {
  switch (type.kind) {
    case "keyword":
      return type.word;
    case "literal":
      return literal(type.value);
    case "name":
      return nameType(type.name);
    case "map":
      return printMap(type.value, nameType);
    case "list":
      return ["readonly ", printItem(type.item, nameType), "[]"];
    case "tuple": {
      const isOne = type.items.length === 1 && type.rest === undefined;
      const items = type.items.map((item, index) => {
        if (index >= type.required) return printOptionalPlace(item, nameType);
        return isOne ? printType(item, nameType) : printPlace(item, nameType);
      });
      const rest = type.rest ? [["...", printItem(type.rest, nameType), "[]"]] : [];
      const all = join([...items, ...rest], [",", line]);
      return group(["readonly [", indent([softLine, all]), choice(",", ""), softLine, "]"]);
    }
    case "union":
      return join(
        type.members.map((member) => printMember(member, nameType)),
        " | ",
      );
  }
}

/** A place that may be left out. */
function printOptionalPlace(item: TypeTree, nameType: NameType): Doc {
  const full = unionOf([item, keyword("undefined")]);
  return [full.kind === "union" ? printItem(full, nameType) : printType(full, nameType), "?"];
}

/** Among others in a tuple, a union that is broken stands in parentheses. */
function printPlace(item: TypeTree, nameType: NameType): Doc {
  if (item.kind !== "union") return printType(item, nameType);
  const members = item.members.map((member) => printMember(member, nameType));
  const inside = indent([softLine, choice("| ", ""), join(members, [line, "| "])]);
  return group([choice("(", ""), inside, softLine, choice(")", "")]);
}

const indexSignature: Doc = [
  "readonly ",
  group(["[", indent([softLine, "key: string"]), softLine, "]"]),
  ":",
];

function printMap(value: TypeTree, nameType: NameType): Doc {
  const member = printAfter(indexSignature, value, nameType);
  return group(["{", indent([line, member, choice(";", "")]), line, "}"]);
}

/** A member of a broken union stands two columns further in than its bar. */
function printMember(type: TypeTree, nameType: NameType): Doc {
  return indent(printType(type, nameType));
}

function printItem(item: TypeTree, nameType: NameType): Doc {
  if (item.kind === "list" || item.kind === "tuple") return ["(", printType(item, nameType), ")"];
  if (item.kind !== "union") return printType(item, nameType);
  const members = item.members.map((member) => printMember(member, nameType));
  return group([
    "(",
    indent([softLine, choice("| ", ""), join(members, [line, "| "])]),
    softLine,
    ")",
  ]);
}

/** An index signature speaks of the declared fields too, so that it holds their types as well. */
function restType(tree: InterfaceTree, rest: TypeTree): TypeTree {
  const optional = tree.fields.some(({ required }) => !required) ? [keyword("undefined")] : [];
  return unionOf([rest, ...tree.fields.map(({ type }) => type), ...optional]);
}
