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

/**
 * Starts the parser in a thread, which loads it meanwhile. From TypeScript sources it runs in this thread. Once `signal`
 * is aborted, `run` rejects.
 */
export function createValidator(signal?: AbortSignal): Validator {
  const suffix = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  if (suffix === ".ts") return createLocalValidator(signal);
  const worker = new Worker(new URL("parser-worker.js", import.meta.url));
  const options = signal && { signal };
  const answer = once(worker, "message", options) as Promise<[findings: readonly Finding[]]>;
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

function createLocalValidator(signal: AbortSignal | undefined): Validator {
  const run = async (input: ParserInput): Promise<readonly Finding[]> => {
    const findings = await runParser(input);
    signal?.throwIfAborted();
    return findings;
  };
  return { run, close: async () => undefined };
}
