// `check` and `generate` where nothing changed, against a Node process that does nothing: cold processes, wall time.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { syntheticContract } from "./synthetic-contract.ts";
import { median, type Table } from "./table.ts";
import { timeNode } from "./time-node.ts";

const command = fileURLToPath(new URL("../../cli/dist/main.js", import.meta.url));
const runs = 9;

/** Medians of alternating runs. */
export function benchUnchangedTime(): Table {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-bench-"));
  try {
    const document = join(folder, "contract.yaml");
    writeFileSync(document, syntheticContract(100));
    const options = ["--input", document, "--output", join(folder, "output")];
    timeNode([command, "generate", ...options]);
    const times = { empty: [] as number[], check: [] as number[], generate: [] as number[] };
    for (let run = 0; run < runs; run++) {
      times.empty.push(timeNode(["-e", "0"]));
      times.check.push(timeNode([command, "check", ...options]));
      times.generate.push(timeNode([command, "generate", ...options]));
    }
    const empty = median(times.empty);
    return {
      title: "100 events, nothing changed, cold process, milliseconds (median)",
      columns: ["process", "time", "ratio"],
      rows: Object.entries(times).map(([name, all]) => [
        name,
        median(all).toFixed(0),
        (median(all) / empty).toFixed(2),
      ]),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
