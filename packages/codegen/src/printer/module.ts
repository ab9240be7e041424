// A whole generated file: its header, its imports as Biome sorts them, and its declarations.
import { type Doc, eachSymbol, hardLine, type ImportedSymbol, join } from "./doc.ts";
import { importStatements, nameImports } from "./imports.ts";
import { renderDoc } from "./render-doc.ts";

export interface ModuleSource {
  /** Lines of the comment at the top, without slashes. */
  readonly header: readonly string[];
  /** Declarations, with an empty line between each two. */
  readonly body: readonly Doc[];
  /** Names that the declarations introduce; an import of the same name is renamed. */
  readonly declares: readonly string[];
}

/** Answers the file's text. Whatever a declaration names of another module is imported. */
export function printModule({ header, body, declares }: ModuleSource): string {
  const symbols = new Set<ImportedSymbol>();
  for (const declaration of body) eachSymbol(declaration, (symbol) => symbols.add(symbol));
  const names = nameImports([...symbols], declares);
  const locals = new Map<ImportedSymbol, string>();
  for (const symbol of symbols)
    locals.set(symbol, names.get(symbolKey(symbol))?.local ?? symbol.name);
  const imports = importStatements(names);
  const parts: Doc[] = [
    join(
      header.map((text) => `// ${text}`),
      hardLine,
    ),
    ...(imports.length > 0 ? [join(imports, hardLine)] : []),
    ...body,
  ];
  const doc = join(parts, [hardLine, hardLine]);
  return `${renderDoc(doc, { nameOf: (symbol) => locals.get(symbol) ?? symbol.name })}\n`;
}

function symbolKey({ name, from }: ImportedSymbol): string {
  return `${from}\n${name}`;
}
