// A contract between two runs of `--watch`.
import { resolve } from "node:path";
import { createMemory, type Diagnostic, readText } from "@lockstep/codegen";
import type { ContractOptions } from "../contract-options.ts";
import { printDiagnostics } from "../format-diagnostics.ts";
import type { Contract } from "../root-contract.ts";
import { fromHere } from "../run-contracts.ts";
import type { Terminal } from "../terminal.ts";
import { regenerate, type Tell } from "./regenerate.ts";

export interface Session {
  /** Full paths to follow. */
  readonly sources: () => readonly string[];
  /** How the files are beside those that were read last: one is another, or one that was there is gone. */
  readonly compare: () => Promise<"same" | "changed" | "gone">;
  /** Writes, and leaves judging to go on behind that; what judged the run before is ended. */
  readonly run: () => Promise<void>;
  /** Tells once why the last run wrote nothing. Call it where the files are as they were read: half a file is no news. */
  readonly tellRefusal: () => void;
  /** @throws what made judging fail, which is no fault of the document */
  readonly assertSound: () => void;
  /** Ends judging. */
  readonly close: () => Promise<void>;
}

export interface SessionOptions extends Pick<ContractOptions, "format"> {
  readonly terminal: Terminal;
  /** Called when judging has failed. */
  readonly onFault: () => void;
}

export function createSession(contract: Contract, options: SessionOptions): Session {
  const { cwd } = contract;
  const memory = createMemory();
  const tell = createTell(contract, options);
  let sources: readonly string[] = [];
  let judging = new AbortController();
  let judged: Promise<void> = Promise.resolve();
  let tellRefusal: (() => void) | undefined;
  let fault: { readonly error: unknown } | undefined;
  return {
    sources: () => sources.map((file) => resolve(cwd, file)),
    compare: async () => {
      let state: "same" | "changed" = "same";
      for (const file of sources) {
        const text = await readText(resolve(cwd, file)).catch(() => undefined);
        if (text === memory.files.get(file)?.text) continue;
        if (text === undefined) return "gone";
        state = "changed";
      }
      return state;
    },
    run: async () => {
      judging.abort();
      judging = new AbortController();
      const { signal } = judging;
      const run = await regenerate(contract, memory, tell);
      sources = run.sources;
      tellRefusal = run.tellRefusal;
      judged = run.judge(signal).catch((error: unknown) => {
        if (signal.aborted) return;
        fault = { error };
        options.onFault();
      });
    },
    tellRefusal: () => {
      tellRefusal?.();
      tellRefusal = undefined;
    },
    assertSound: () => {
      if (fault !== undefined) throw fault.error;
    },
    close: async () => {
      judging.abort();
      await judged;
    },
  };
}

function createTell({ cwd }: Contract, { format, terminal }: SessionOptions): Tell {
  return {
    line: (text) => {
      if (format === "text") terminal.out(`${text}\n`);
    },
    findings: (diagnostics: readonly Diagnostic[]) => {
      const moved = diagnostics.map((one) => fromHere(one, cwd, terminal.cwd));
      if (moved.length > 0 || format === "json") printDiagnostics(moved, format, terminal);
    },
  };
}
