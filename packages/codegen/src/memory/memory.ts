// What the runs of one contract remember of each other: each thing, with all that it was made of.
import type { SourceFile } from "../load/source-file.ts";
import { shareEqual } from "./share-equal.ts";

/** For who runs one contract again and again: each run takes from it what is still so, and leaves its own. */
export interface Memory {
  /** Files as they were read last, by path. */
  readonly files: Map<string, SourceFile>;
  readonly kept: Map<string, Kept>;
  /** Names of what this run has had a use for. */
  readonly used: Set<string>;
}

/** Something that was made, with all that it was made of. */
interface Kept {
  readonly made: unknown;
  readonly of: readonly unknown[];
  readonly asked: readonly (readonly [question: never, answer: readonly unknown[]])[];
}

export function createMemory(): Memory {
  return { files: new Map(), kept: new Map(), used: new Set() };
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
  memory.used.add(name);
  const kept = memory.kept.get(name);
  if (kept !== undefined && isMadeOf(kept, { of, ask })) return kept.made as Made;
  const asked: (readonly [Question, readonly unknown[]])[] = [];
  const made = make((question) => {
    const answer = ask(question);
    asked.push([question, answer]);
    return answer;
  });
  memory.kept.set(name, { made, of, asked: asked as never });
  return made;
}

/** Whether {@link recall} would make nothing. */
export function remembers<Question = never>(
  memory: Memory | undefined,
  name: string,
  { of, ask = noAnswer }: Ingredients<Question>,
): boolean {
  const kept = memory?.kept.get(name);
  return kept !== undefined && isMadeOf(kept, { of, ask });
}

/** The data; where it equals what the last run had under this name, that. */
export function share<Data>(memory: Memory | undefined, name: string, data: Data): Data {
  return replace(memory, name, data, (last) =>
    shareEqual(last, data) === last ? (last as Data) : data,
  );
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
  memory.used.add(key);
  const made = compare(memory.kept.get(key)?.made);
  memory.kept.set(key, { made, of: [], asked: [] });
  return made;
}

/** Forgets what no run has had a use for since this was called last. */
export function forgetOthers({ kept, used }: Memory): void {
  for (const name of kept.keys()) if (!used.has(name)) kept.delete(name);
  used.clear();
}

function isMadeOf<Question>({ of, asked }: Kept, now: Required<Ingredients<Question>>): boolean {
  return (
    isSame(of, now.of) && asked.every(([question, answer]) => isSame(answer, now.ask(question)))
  );
}

function isSame(one: readonly unknown[], two: readonly unknown[]): boolean {
  return one.length === two.length && one.every((item, index) => Object.is(item, two[index]));
}

function noAnswer(): readonly unknown[] {
  return [];
}
