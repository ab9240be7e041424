// `lockstep generate` against the stock pair (parser, then Modelina) on one document: cold processes, wall time.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { syntheticContract } from "./synthetic-contract.ts";
import { median, type Table } from "./table.ts";
import { timeNode } from "./time-node.ts";

const command = fileURLToPath(new URL("../../cli/dist/main.js", import.meta.url));
const stockPair = fileURLToPath(new URL("stock-pair.mjs", import.meta.url));
const runsOf: ReadonlyMap<number, number> = new Map([
  [10, 5],
  [100, 5],
  [1000, 3],
]);

/** Medians of alternating runs, so that a slow moment of the machine meets both. */
export function benchGenerateTime(): Table {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-bench-"));
  try {
    const rows = [...runsOf].map(([events, runs]) => compare(folder, events, runs));
    return {
      title: "generate, cold process, milliseconds (median)",
      columns: ["events", "lockstep generate", "parser + Modelina", "ratio"],
      rows,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(folder: string, events: number, runs: number): string[] {
  const document = join(folder, `contract-${events}.yaml`);
  writeFileSync(document, syntheticContract(events));
  const ours: number[] = [];
  const stock: number[] = [];
  for (let run = 0; run < runs; run++) {
    const output = join(folder, `output-${events}-${run}`);
    ours.push(timeNode([command, "generate", "--input", document, "--output", output]));
    stock.push(timeNode([stockPair, document]));
  }
  const [a, b] = [median(ours), median(stock)];
  return [String(events), a.toFixed(0), b.toFixed(0), (a / b).toFixed(2)];
}
