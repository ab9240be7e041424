// Where the official parser runs: beside everything else, since it takes as long as all of it.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { startPhase } from "../phase.ts";
import { type Finding, prepareParser, type RunParser } from "./run-parser.ts";

export interface Validator {
  /** May be called once. */
  readonly run: RunParser;
  /** Ends what still runs. May be called again. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the parser in a thread, which loads it meanwhile. From TypeScript sources it runs in this thread. Once `signal`
 * is aborted, `run` rejects.
 */
export function createValidator(signal?: AbortSignal): Validator {
  const endVerdict = startPhase("verdict");
  const suffix = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  if (suffix === ".ts") return createLocalValidator(endVerdict, signal);
  const worker = new Worker(new URL("parser-worker.js", import.meta.url));
  const options = signal && { signal };
  const answer = once(worker, "message", options) as Promise<[findings: readonly Finding[]]>;
  // whoever asks for the answer hears of the failure
  answer.catch(() => undefined);
  return {
    run: async (input) => {
      worker.postMessage(input);
      const [findings] = await answer;
      endVerdict();
      return findings;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/**
 * Starts the parser before `work`, which may load what else it needs meanwhile, and ends it with `work`, however that
 * ends.
 */
export async function withValidator<Result>(
  work: (validator: Validator) => Promise<Result>,
): Promise<Result> {
  const validator = createValidator();
  try {
    return await work(validator);
  } finally {
    await validator.close();
  }
}

function createLocalValidator(endVerdict: () => void, signal?: AbortSignal): Validator {
  return {
    run: async (input) => {
      const run = await prepareParser();
      const findings = await run(input);
      endVerdict();
      signal?.throwIfAborted();
      return findings;
    },
    close: async () => undefined,
  };
}
