// A part of the model that is built again only where what it is made of is another.
import type { Place } from "../load/reference.ts";
import { findPart, type Part } from "../load/resolve-place.ts";
import { type Ask, recall, share } from "../memory/memory.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { findSchema } from "./find-schema.ts";
import { type Found, idOf, type ModelContext, nothingFound } from "./model-context.ts";

/**
 * Builds what stands at `part`, and adds what is found on the way to the context's findings. It is made of the data there
 * and of what its references lead to, but of a schema that it refers to by nothing but where that is.
 *
 * @param name tells it from everything else that is built of the document
 */
export function keepPart<Built>(
  context: ModelContext,
  name: string,
  part: Part,
  build: (context: ModelContext) => Built,
): Built {
  const { isPusher, memory, version } = context;
  if (memory === undefined) return build(context);
  const of = [part.file, part.pointer, part.value, isPusher, version];
  const ask = (question: Question): readonly unknown[] => answer(context, question);
  const { built, found } = recall(memory, name, { of, ask }, (listening: Ask<Question>) => {
    const own = nothingFound();
    return { built: build({ ...listen(context, listening), ...own }), found: own };
  });
  addFound(context, found);
  // a deprecation is found by itself: another one would do only for who reads it
  return deepFreeze(found.deprecations.size > 0 ? built : share(memory, name, built));
}

/** What building a part asks of the rest of the document. */
type Question = { readonly part: Place } | { readonly schemaBehind: Part };

function answer(context: ModelContext, question: Question): readonly unknown[] {
  if ("part" in question) {
    const { file, pointer, value } = findPart(context.document.sources, question.part) ?? {};
    return [file, pointer, value];
  }
  const schema = findSchema({ ...context, diagnostics: [] }, question.schemaBehind);
  return [schema && idOf(schema)];
}

/** The same context, where every look at another part of the document is a question. */
function listen(context: ModelContext, ask: Ask<Question>): ModelContext {
  const { sources } = context.document;
  const heard = (part: Place): void => void ask({ part });
  return {
    ...context,
    document: { ...context.document, sources: { get: (path) => sources.get(path), heard } },
    findSchema: (reference) => {
      const schema = findSchema({ ...context, diagnostics: [] }, reference);
      if (schema !== undefined) ask({ schemaBehind: reference });
      return schema;
    },
    // what is kept holds nothing that is kept by itself
    memory: undefined,
  };
}

function addFound(context: ModelContext, found: Found): void {
  context.diagnostics.push(...found.diagnostics);
  for (const one of found.deprecations) context.deprecations.set(...one);
  for (const one of found.fieldDeprecations) context.fieldDeprecations.set(...one);
  for (const one of found.reached) context.reached.set(...one);
}
