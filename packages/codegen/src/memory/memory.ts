// What the runs of one contract remember of each other: each thing, with all that it was made of.
import type { SourceFile } from "../load/source-file.ts";
import { isEqual, isSame, shareEqual } from "./share-equal.ts";

/** For who runs one contract again and again: each run takes from it what is still so, and leaves its own. */
export interface Memory {
  /** Files as they were read last, by path. */
  readonly files: Map<string, SourceFile>;
  readonly kept: Map<string, Kept>;
}

/** Something that was made, with all that it was made of. */
interface Kept {
  readonly made: unknown;
  readonly of: readonly unknown[];
  readonly asked: readonly (readonly [question: never, answer: readonly unknown[]])[];
  /** Whether there has been a use for it since others were forgotten last. */
  isUsed: boolean;
}

export function createMemory(): Memory {
  return { files: new Map(), kept: new Map() };
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
  memory: Memory | undefined,
  name: string,
  { of, ask = noAnswer }: Ingredients<Question>,
  make: (ask: Ask<Question>) => Made,
): Made {
  if (memory === undefined) return make(ask);
  const kept = memory.kept.get(name);
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
  memory.kept.set(name, { made, of, asked: asked as never, isUsed: true });
  return made;
}

/** Whether {@link recall} would make nothing. */
export function remembers<Question = never>(
  memory: Memory | undefined,
  name: string,
  { of, ask = noAnswer }: Ingredients<Question>,
): boolean {
  const kept = memory?.kept.get(name);
  return kept !== undefined && isMadeOf(kept, of, ask);
}

/** The data; where it equals what the last run had under this name, that. */
export function share<Data>(memory: Memory | undefined, name: string, data: Data): Data {
  return replace(memory, name, data, (last) => (isEqual(last, data) ? (last as Data) : data));
}

/** The data, of which every part that equals the last run's part in its place is that part. */
export function shareParts<Data>(memory: Memory | undefined, name: string, data: Data): Data {
  return replace(memory, name, data, (last) => shareEqual(last, data));
}

function replace<Data>(
  memory: Memory | undefined,
  name: string,
  data: Data,
  compare: (last: unknown) => Data,
): Data {
  if (memory === undefined) return data;
  const key = `shared ${name}`;
  const kept = memory.kept.get(key);
  const made = compare(kept?.made);
  if (kept !== undefined && Object.is(made, kept.made)) kept.isUsed = true;
  else memory.kept.set(key, { made, of: [], asked: [], isUsed: true });
  return made;
}

/** Forgets what there has been no use for since this was called last. */
export function forgetOthers({ kept }: Memory): void {
  for (const [name, one] of kept) {
    if (!one.isUsed) kept.delete(name);
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
