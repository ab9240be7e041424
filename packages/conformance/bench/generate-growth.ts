// How `lockstep generate` grows from 1,000 events to 3,000, in time and in memory; the parser alone beside it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { syntheticContract } from "./synthetic-contract.ts";
import type { Table } from "./table.ts";

const command = fileURLToPath(new URL("../../cli/dist/main.js", import.meta.url));
const parserAlone = fileURLToPath(new URL("parser-alone.mjs", import.meta.url));
const reportPeak = fileURLToPath(new URL("report-peak.mjs", import.meta.url));

export function benchGenerateGrowth(): Table {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-bench-"));
  try {
    const figures = [1000, 3000].map((events) => {
      const document = join(folder, `contract-${events}.yaml`);
      writeFileSync(document, syntheticContract(events));
      const output = join(folder, `output-${events}`);
      const ours = measure([command, "generate", "--input", document, "--output", output]);
      return { events, ours, parser: measure([parserAlone, document]) };
    });
    const [small, large] = figures;
    const growth = (large?.ours.milliseconds ?? 0) / (small?.ours.milliseconds ?? 1);
    return {
      title: `generate, cold process; from 1,000 events to 3,000 the time grows ${growth.toFixed(2)} times`,
      columns: ["events", "milliseconds", "peak MB", "parser alone, peak MB", "ratio"],
      rows: figures.map(({ events, ours, parser }) => [
        String(events),
        ours.milliseconds.toFixed(0),
        ours.peakMegabytes.toFixed(0),
        parser.peakMegabytes.toFixed(0),
        (ours.peakMegabytes / parser.peakMegabytes).toFixed(2),
      ]),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measure {
  readonly milliseconds: number;
  readonly peakMegabytes: number;
}

function measure(args: readonly string[]): Measure {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", reportPeak, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) throw new Error(stderr);
  const peakKilobytes = Number(/peak (\d+)/.exec(stderr)?.[1]);
  return { milliseconds: performance.now() - start, peakMegabytes: peakKilobytes / 1024 };
}
