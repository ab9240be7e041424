// What the compiler pays for the generated packages of 1,000 events, against the same schemas with `z.infer` alone.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { placeSynthetic } from "./place-synthetic.ts";
import { median, type Table } from "./table.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const events = 1000;
const runs = 5;

/** Medians of alternating runs, each a cold `tsc` over the whole folder. */
export async function benchTypeCheck(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-bench-"));
  try {
    await placeSynthetic(folder, events);
    placeConfig(join(folder, "generated"));
    placeInferred(folder);
    const times: Record<string, number[]> = { inferred: [], generated: [] };
    for (let run = 0; run < runs; run += 1) {
      for (const [name, list] of Object.entries(times)) list.push(timeCompiler(join(folder, name)));
    }
    const [inferred, generated] = [times.inferred, times.generated].map((list) =>
      median(list ?? []),
    );
    return {
      title: `type-checking the three generated packages, ${events} events, milliseconds (median)`,
      columns: ["events", "generated", "z.infer alone", "ratio"],
      rows: [
        [
          String(events),
          (generated ?? 0).toFixed(0),
          (inferred ?? 0).toFixed(0),
          ((generated ?? 0) / (inferred ?? 1)).toFixed(2),
        ],
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The schemas of the generated events alone: no interface, no assertion, the type by `z.infer`. */
function placeInferred(folder: string): void {
  const target = join(folder, "inferred");
  mkdirSync(target);
  for (const part of ["messages", "schemas"]) {
    const source = join(folder, "generated/events", part);
    cpSync(source, join(target, part), { recursive: true });
    for (const name of readdirSync(source)) {
      const path = join(target, part, name);
      writeFileSync(path, inferAlone(readFileSync(path, "utf8")));
    }
  }
  placeConfig(target);
}

function inferAlone(text: string): string {
  return text
    .replace(/^import type \{.*?\} from "@lockstep\/runtime";\n/m, "")
    .replace(/type (\w+), (\w+Schema)/g, "$2")
    .replace("type ComponentSchema, ", "")
    .replace(/^export interface (\w+) \{.*?^\}$/ms, "")
    .replace(/^const (\w+) =/m, "export const $1Schema =")
    .replace(/^export const (\w+)Schema: .*$/ms, "export type Value = z.infer<typeof $1Schema>;");
}

function placeConfig(folder: string): void {
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const compilerOptions = {
    target: "es2023",
    lib: ["es2023", "dom"],
    module: "nodenext",
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
}

function timeCompiler(folder: string): number {
  const start = performance.now();
  const { status, stdout } = spawnSync(join(root, "node_modules/.bin/tsc"), ["-p", folder], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${folder} does not compile\n${stdout.slice(0, 2000)}`);
  return performance.now() - start;
}
