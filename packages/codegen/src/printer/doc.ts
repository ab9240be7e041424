// A document before it is laid out: text, places where a line may break, and symbols that import themselves.

/** Something that lives in another module; printing it imports it. */
export interface ImportedSymbol {
  readonly kind: "symbol";
  /** The exported name. */
  readonly name: string;
  /** Module specifier as generated code writes it. */
  readonly from: string;
  /** `namespace` for `import * as name`, `namespace-type` where only its types are named. */
  readonly as: "value" | "type" | "namespace" | "namespace-type";
}

export type Doc =
  | string
  | readonly Doc[]
  | ImportedSymbol
  | { readonly kind: "line"; readonly flat: string; readonly hard: boolean }
  | { readonly kind: "indent"; readonly doc: Doc }
  | { readonly kind: "group"; readonly doc: Doc }
  | { readonly kind: "either"; readonly first: Doc; readonly second: Doc }
  | { readonly kind: "fill"; readonly items: readonly Doc[] }
  | { readonly kind: "choice"; readonly broken: Doc; readonly flat: Doc };

/** A space, or a line break where the group does not fit. */
export const line: Doc = { kind: "line", flat: " ", hard: false };

/** Nothing, or a line break where the group does not fit. */
export const softLine: Doc = { kind: "line", flat: "", hard: false };

/** Always a line break; every group around it breaks. */
export const hardLine: Doc = { kind: "line", flat: "", hard: true };

/** Two more spaces after each line break inside. */
export function indent(doc: Doc): Doc {
  return { kind: "indent", doc };
}

/** Flat where it fits in the line, else broken at all of its own lines. */
export function group(doc: Doc): Doc {
  return { kind: "group", doc };
}

/** The first where its beginning, up to a line break that it may have, fits in the line; else the second. */
export function either(first: Doc, second: Doc): Doc {
  return { kind: "either", first, second };
}

/** A space and the document; or the document on the next line, further in, where its beginning does not fit. */
export function fluid(doc: Doc): Doc {
  return either([" ", doc], indent([hardLine, doc]));
}

/** Items with a comma between them, as many in a line as fit. */
export function fill(items: readonly Doc[]): Doc {
  return { kind: "fill", items };
}

/** One thing where the group around it is broken, another where it is flat. */
export function choice(broken: Doc, flat: Doc): Doc {
  return { kind: "choice", broken, flat };
}

export function join(docs: readonly Doc[], separator: Doc): Doc {
  const joined: Doc[] = [];
  for (const [index, doc] of docs.entries()) {
    if (index > 0) joined.push(separator);
    joined.push(doc);
  }
  return joined;
}

/** A value that another module exports. */
export function valueSymbol(name: string, from: string): ImportedSymbol {
  return { kind: "symbol", name, from, as: "value" };
}

/** A type that another module exports. */
export function typeSymbol(name: string, from: string): ImportedSymbol {
  return { kind: "symbol", name, from, as: "type" };
}

/** Visits every symbol of a document, in order. */
export function eachSymbol(doc: Doc, visit: (symbol: ImportedSymbol) => void): void {
  if (typeof doc === "string") return;
  if (isList(doc)) {
    for (const part of doc) eachSymbol(part, visit);
    return;
  }
  if (doc.kind === "symbol") visit(doc);
  if (doc.kind === "indent" || doc.kind === "group") eachSymbol(doc.doc, visit);
  if (doc.kind === "either") eachSymbol(doc.first, visit);
  if (doc.kind === "fill") for (const item of doc.items) eachSymbol(item, visit);
  if (doc.kind === "choice") eachSymbol(doc.broken, visit);
}

export function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}
