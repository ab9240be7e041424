// How long one edited line of a large contract takes to reach the disk under a real `lockstep generate --watch`.
import { type ChildProcess, spawn } from "node:child_process";
import { on, once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { syntheticContract } from "./synthetic-contract.ts";
import { median, type Table } from "./table.ts";

const command = fileURLToPath(new URL("../../cli/dist/main.js", import.meta.url));
const events = 1000;
const edits = 9;

/** The text of one event's summary, the same in the document and in its generated file. */
const summary = (edit: number): string => `A record changed (changed500), edit ${edit}.`;

export async function benchWatchTime(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-bench-"));
  const document = join(folder, "contract.yaml");
  const original = syntheticContract(events);
  writeFileSync(document, original);
  const output = join(folder, "output");
  const child = spawn(
    process.execPath,
    [command, "generate", "--watch", "--input", document, "--output", output],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(child, "exit");
  try {
    await firstLine(child);
    const generated = join(output, "events/messages/changed500.ts");
    const times: number[] = [];
    for (let edit = 0; edit < edits; edit++) {
      const start = performance.now();
      writeFileSync(document, original.replace("A record changed (changed500).", summary(edit)));
      await untilHolds(generated, summary(edit));
      times.push(performance.now() - start);
    }
    return {
      title: `--watch, ${events} events in one file: from one line edited to its generated file written, milliseconds`,
      columns: ["edit", "time"],
      rows: [
        ["first", times[0]?.toFixed(0) ?? ""],
        [`median of ${edits}`, median(times).toFixed(0)],
        ["slowest", Math.max(...times).toFixed(0)],
      ],
    };
  } finally {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves once the process has told its first run. */
async function firstLine(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error("watch-time: the process has no output to read");
  for await (const _line of createInterface({ input: child.stdout })) return;
  throw new Error("watch-time: the process ended before it had generated");
}

/** Resolves once the file, which is replaced as a whole, holds the text. */
async function untilHolds(file: string, text: string): Promise<void> {
  const watcher = watch(dirname(file));
  const changes = on(watcher, "change");
  while (!readFileSync(file, "utf8").includes(text)) await changes.next();
  watcher.close();
}
