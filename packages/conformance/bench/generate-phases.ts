// Where the time of `lockstep generate` goes, 1,000 events, beside the stock pair: cold processes, wall time.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { syntheticContract } from "./synthetic-contract.ts";
import type { Table } from "./table.ts";

const command = fileURLToPath(new URL("../../cli/dist/main.js", import.meta.url));
const stockPair = fileURLToPath(new URL("stock-pair.mjs", import.meta.url));
const reportPhases = fileURLToPath(new URL("report-phases.mjs", import.meta.url));

interface Phase {
  readonly name: string;
  /** Milliseconds from the start of the process. */
  readonly start: number;
  readonly end: number;
}

/** One process of each, the one after the other. */
export function benchGeneratePhases(): Table {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-bench-"));
  try {
    const document = join(folder, "contract.yaml");
    writeFileSync(document, syntheticContract(1000));
    const options = ["--input", document, "--output", join(folder, "output")];
    const ours = measure(["--import", reportPhases, command, "generate", ...options]);
    const stock = measure([stockPair, document]);
    return {
      title: "generate, 1,000 events, one cold process, milliseconds from its start",
      columns: ["step", "from", "to", "takes"],
      rows: [
        ...ours.map((phase) => row(described[phase.name] ?? phase.name, phase)),
        ...stock.map((phase) => row(`stock pair: ${phase.name}`, phase)),
      ],
      note: describeRest(ours, stock),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const described: Readonly<Record<string, string>> = {
  load: "load: files, references",
  model: "model and lint",
  plan: "plan: names, shapes",
  types: "types: Modelina, loaded and run",
  emit: "emit: schemas, channels, functions",
  write: "write",
  verdict: "beside these: the official parser's verdict, in a thread",
  process: "the whole process",
};

function measure(args: readonly string[]): readonly Phase[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const found = /phases (.*)/.exec(stdout + stderr)?.[1];
  if (found === undefined) throw new Error(`no phases were told: ${stderr}`);
  return JSON.parse(found) as readonly Phase[];
}

function row(name: string, { start, end }: Phase): readonly string[] {
  return [name, start.toFixed(0), end.toFixed(0), (end - start).toFixed(0)];
}

function describeRest(ours: readonly Phase[], stock: readonly Phase[]): string {
  const takes = (phases: readonly Phase[], ...names: readonly string[]): number =>
    phases
      .filter(({ name }) => names.includes(name))
      .reduce((sum, { start, end }) => sum + end - start, 0);
  const ratio = takes(ours, "process") / takes(stock, "process");
  const wanted = takes(stock, "process") / 5;
  const rest = takes(ours, "load", "model", "plan", "types", "emit", "write");
  return (
    `${ratio.toFixed(2)} times the stock pair. Between this and 0.2 times (${wanted.toFixed(0)} ms) stands first the official parser, ` +
    `which takes ${takes(ours, "verdict").toFixed(0)} ms to load, to compile its rules and to judge, whatever is beside it: ` +
    `a run at 0.2 times would have to be written before it has judged. Next stand our own steps, ${rest.toFixed(0)} ms in code that a new process compiles afresh.`
  );
}
