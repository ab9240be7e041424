// What the runs of one contract remember of each other: each thing, with all that it was made of.
import type { SourceFile } from "../load/source-file.ts";
import { isEqual, isSame } from "./share-equal.ts";

/** For who runs one contract again and again: each run takes from it what is still so, and leaves its own. */
export interface Memory {
  /** Files as they were read last, by path. */
  readonly files: Map<string, SourceFile>;
  /** What they held when they could last be read, by path. */
  readonly data: Map<string, unknown>;
  /** Parts of the model. */
  readonly model: Store;
  /** Plans and files, which are made of a model. */
  readonly made: Store;
}

/** Things by their names. */
export type Store = Map<string, Kept>;

/** Something that was made, with all that it was made of. */
interface Kept {
  readonly made: unknown;
  readonly of: readonly unknown[];
  readonly asked: readonly (readonly [question: never, answer: readonly unknown[]])[];
  /** Whether there has been a use for it since others were forgotten last. */
  isUsed: boolean;
}

export function createMemory(): Memory {
  return { files: new Map(), data: new Map(), model: new Map(), made: new Map() };
}

/** Answers a question about what lies outside of a thing, item by item. */
export type Ask<Question> = (question: Question) => readonly unknown[];

/** What a thing is made of: itself, and the answers to the questions that making it asks. */
export interface Ingredients<Question> {
  /** Plain values, and data that nobody changes. */
  readonly of: readonly unknown[];
  readonly ask?: Ask<Question>;
}

/**
 * What `make` makes, or what it made in an earlier run: that is the same where `of` is, and where every question that was
 * asked then has the same answer now. Data is the same where it is the same object ({@link share}).
 *
 * @param name tells it from everything else that a run makes
 * @param make asks nothing of what may change but by the function that it is given
 */
export function recall<Made, Question = never>(
  store: Store | undefined,
  name: string,
  { of, ask = noAnswer }: Ingredients<Question>,
  make: (ask: Ask<Question>) => Made,
): Made {
  if (store === undefined) return make(ask);
  const kept = store.get(name);
  if (kept !== undefined && isMadeOf(kept, of, ask)) {
    kept.isUsed = true;
    return kept.made as Made;
  }
  const asked: (readonly [Question, readonly unknown[]])[] = [];
  const made = make((question) => {
    const answer = ask(question);
    asked.push([question, answer]);
    return answer;
  });
  store.set(name, { made, of, asked: asked as never, isUsed: true });
  return made;
}

/** Whether {@link recall} would make nothing. */
export function remembers<Question = never>(
  store: Store | undefined,
  name: string,
  { of, ask = noAnswer }: Ingredients<Question>,
): boolean {
  const kept = store?.get(name);
  return kept !== undefined && isMadeOf(kept, of, ask);
}

/** The data; where it equals what the last run had under this name, that. */
export function share<Data>(store: Store | undefined, name: string, data: Data): Data {
  if (store === undefined) return data;
  const key = `shared ${name}`;
  const kept = store.get(key);
  if (kept === undefined || !isEqual(kept.made, data)) {
    store.set(key, { made: data, of: [], asked: [], isUsed: true });
    return data;
  }
  kept.isUsed = true;
  return kept.made as Data;
}

/** Forgets what there has been no use for since this was called last. */
export function forgetOthers(store: Store): void {
  for (const [name, one] of store) {
    if (!one.isUsed) store.delete(name);
    one.isUsed = false;
  }
}

function isMadeOf<Question>(
  { of, asked }: Kept,
  ofNow: readonly unknown[],
  ask: Ask<Question>,
): boolean {
  return isSame(of, ofNow) && asked.every(([question, answer]) => isSame(answer, ask(question)));
}

function noAnswer(): readonly unknown[] {
  return [];
}
