// The only effect of `lockstep init`.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PlannedFile } from "./plan-init.ts";

/**
 * Writes the files of a plan. One that has come to be there meanwhile is not overwritten.
 *
 * @throws what the disk says
 */
export function writePlan(folder: string, files: readonly PlannedFile[]): void {
  for (const { path, text, extends: isExtended } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (isExtended) replace(target, text);
    else writeFileSync(target, text, { flag: "wx" });
  }
}

/** At once, so that nobody reads half of it. */
function replace(target: string, text: string): void {
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, target);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}
