// Lays a document out in lines of at most `width` columns, two spaces an indent.

import { type Doc, type ImportedSymbol, isList } from "./doc.ts";
import { textWidth } from "./text-width.ts";

export interface RenderOptions {
  /** @default 100 */
  readonly width?: number;
  /** The name under which a symbol stands in this module. */
  readonly nameOf: (symbol: ImportedSymbol) => string;
}

interface Item {
  readonly indent: number;
  readonly flat: boolean;
  readonly doc: Doc;
}

/** Answers the text without a line break at its end. No line ends in a space. */
export function renderDoc(doc: Doc, options: RenderOptions): string {
  const width = options.width ?? 100;
  const { nameOf } = options;
  const stack: Item[] = [{ indent: 0, flat: false, doc }];
  const lines: string[] = [];
  let current = "";
  let column = 0;
  const write = (part: string): void => {
    current += part;
    column += textWidth(part);
  };
  const endLine = (indent: number): void => {
    lines.push(withoutLastSpaces(current));
    current = " ".repeat(indent);
    column = indent;
  };
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { indent, flat, doc: part } = item;
    if (typeof part === "string") write(part);
    else if (isList(part)) pushAll(stack, item, part);
    else if (part.kind === "symbol") write(nameOf(part));
    else if (part.kind === "indent") stack.push({ indent: indent + 2, flat, doc: part.doc });
    else if (part.kind === "choice")
      stack.push({ indent, flat, doc: flat ? part.flat : part.broken });
    else if (part.kind === "group") {
      const wanted = { indent, flat: true, doc: part.doc };
      const fits = flat || fitsIn(width - column, wanted, stack, nameOf);
      stack.push({ indent, flat: fits, doc: part.doc });
    } else if (part.kind === "either") {
      const first: Item = { indent, flat, doc: part.first };
      const fits = flat || fitsIn(width - column, first, stack, nameOf);
      stack.push(fits ? first : { indent, flat, doc: part.second });
    } else if (part.kind === "fill") {
      part.items.forEach((entry, index) => {
        const last = index === part.items.length - 1;
        const size = textWidth(plain(entry, nameOf)) + 1;
        if (index > 0 && !flat && column + 1 + size > width) endLine(indent);
        else if (index > 0) write(" ");
        write(plain(entry, nameOf) + (last ? "" : ","));
      });
    } else if (flat && !part.hard) write(part.flat);
    else endLine(indent);
  }
  // joined once, since a text that has grown by pieces keeps every piece
  return [...lines, current].join("\n");
}

function withoutLastSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === " ") end -= 1;
  return line.slice(0, end);
}

function pushAll(stack: Item[], { indent, flat }: Item, docs: readonly Doc[]): void {
  for (let index = docs.length - 1; index >= 0; index -= 1) {
    const doc = docs[index];
    if (doc !== undefined) stack.push({ indent, flat, doc });
  }
}

/**
 * Whether everything up to the next possible line break fits, the rest of the line included. What is to be flat does not
 * fit where a hard line stands in it.
 */
function fitsIn(
  room: number,
  first: Item,
  rest: readonly Item[],
  nameOf: RenderOptions["nameOf"],
): boolean {
  const stack: Item[] = [first];
  let next = rest.length - 1;
  let left = room;
  while (left >= 0) {
    let item = stack.pop();
    if (item === undefined) {
      item = rest[next];
      next -= 1;
      if (item === undefined) return true;
    }
    const { indent, flat, doc } = item;
    if (typeof doc === "string") left -= textWidth(doc);
    else if (isList(doc)) pushAll(stack, item, doc);
    else if (doc.kind === "symbol") left -= textWidth(nameOf(doc));
    else if (doc.kind === "indent") stack.push({ indent, flat, doc: doc.doc });
    else if (doc.kind === "group") stack.push({ indent, flat, doc: doc.doc });
    else if (doc.kind === "choice") stack.push({ indent, flat, doc: flat ? doc.flat : doc.broken });
    else if (doc.kind === "either" && !flat) return true;
    else if (doc.kind === "either") stack.push({ indent, flat, doc: doc.first });
    else if (doc.kind === "fill") left -= textWidth(plain(doc, nameOf));
    else if (!flat) return true;
    else if (doc.hard) return false;
    else left -= textWidth(doc.flat);
  }
  return false;
}

function plain(doc: Doc, nameOf: RenderOptions["nameOf"]): string {
  if (typeof doc === "string") return doc;
  if (isList(doc)) return doc.map((part) => plain(part, nameOf)).join("");
  if (doc.kind === "symbol") return nameOf(doc);
  if (doc.kind === "fill") return doc.items.map((item) => plain(item, nameOf)).join(", ");
  if (doc.kind === "line") return doc.flat;
  if (doc.kind === "either") return plain(doc.first, nameOf);
  return plain(doc.kind === "choice" ? doc.flat : doc.doc, nameOf);
}
