// A part of the model that is built again only where what it is made of is another.
import type { Place } from "../load/reference.ts";
import { findPart, type Part, referenceOf } from "../load/resolve-place.ts";
import { type Ask, recall, share } from "../memory/memory.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { findSchema } from "./find-schema.ts";
import {
  type Found,
  idOf,
  type ModelContext,
  nothingFound,
  type Question,
} from "./model-context.ts";

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
  const { isPusher, keeping, version } = context;
  if (keeping === undefined) return build(context);
  const { ask, memory } = keeping;
  const of = [part.file, part.pointer, part.value, isPusher, version];
  const { built, found } = recall(memory.model, name, { of, ask }, (listening: Ask<Question>) => {
    const own = nothingFound();
    return { built: build({ ...listen(context, listening), ...own }), found: own };
  });
  addFound(context, found);
  // a deprecation is found by itself: another one would do only for who reads it
  return deepFreeze(found.deprecations.size > 0 ? built : share(memory.model, name, built));
}

/** Answers each question about the documents of one run once. */
export function createAsk(context: ModelContext): Ask<Question> {
  const answers = new Map<string, readonly unknown[]>();
  return (question) => {
    const key = keyOf(question);
    const answer = answers.get(key) ?? answerOf(context, question);
    answers.set(key, answer);
    return answer;
  };
}

function keyOf(question: Question): string {
  return "part" in question
    ? `${question.part.file}#${question.part.pointer}`
    : `${question.from} ${question.schemaBehind}`;
}

function answerOf(context: ModelContext, question: Question): readonly unknown[] {
  if ("part" in question) {
    const { file, pointer, value } = findPart(context.document.sources, question.part) ?? {};
    return [file, pointer, value];
  }
  const { from, schemaBehind } = question;
  const reference: Part = { file: from, pointer: "", value: { $ref: schemaBehind } };
  const schema = findSchema({ ...context, diagnostics: [] }, reference);
  return [schema && idOf(schema)];
}

/** The same context, where every look at another part of the document is a question, asked once. */
function listen(context: ModelContext, ask: Ask<Question>): ModelContext {
  const { sources } = context.document;
  const asked = new Set<string>();
  const askOnce = (question: Question): void => {
    const key = keyOf(question);
    if (!asked.has(key)) ask(question);
    asked.add(key);
  };
  const heard = (part: Place): void => askOnce({ part });
  return {
    ...context,
    document: { ...context.document, sources: { get: (path) => sources.get(path), heard } },
    findSchema: (reference) => {
      const schema = findSchema({ ...context, diagnostics: [] }, reference);
      const ref = referenceOf(reference.value);
      if (schema === undefined || ref === undefined) return undefined;
      askOnce({ from: reference.file, schemaBehind: ref });
      return schema;
    },
    // what is kept holds nothing that is kept by itself
    keeping: undefined,
  };
}

function addFound(context: ModelContext, found: Found): void {
  context.diagnostics.push(...found.diagnostics);
  for (const one of found.deprecations) context.deprecations.set(...one);
  for (const one of found.fieldDeprecations) context.fieldDeprecations.set(...one);
  for (const one of found.reached) context.reached.set(...one);
}
