// Where the official parser runs: beside everything else, since it takes as long as all of it.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Finding, type ParserInput, runParser } from "./run-parser.ts";

export interface Validator {
  /** May be called once. */
  readonly run: (input: ParserInput) => Promise<readonly Finding[]>;
  /** Ends what still runs. */
  readonly close: () => Promise<void>;
}

/** Starts the parser in a thread, which loads it meanwhile. From TypeScript sources it runs in this thread. */
export function createValidator(): Validator {
  const suffix = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  if (suffix === ".ts") return { run: runParser, close: async () => undefined };
  const worker = new Worker(new URL("parser-worker.js", import.meta.url));
  const answer = once(worker, "message") as Promise<[findings: readonly Finding[]]>;
  // whoever asks for the answer hears of the failure
  answer.catch(() => undefined);
  return {
    run: async (input) => {
      worker.postMessage(input);
      const [findings] = await answer;
      return findings;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
