// The only effect of `lockstep init`.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PlannedFile } from "./init-plan.ts";

/**
 * Writes the files of a plan, one after the other; one that has come to be there meanwhile is not overwritten.
 *
 * @returns what the disk refused, as a sentence; what came before it is written
 */
export function writePlan(folder: string, files: readonly PlannedFile[]): string | undefined {
  for (const { path, text, extends: isExtended } of files) {
    const target = join(folder, path);
    try {
      mkdirSync(dirname(target), { recursive: true });
      if (isExtended) replace(target, text);
      else writeFileSync(target, text, { flag: "wx" });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return `${path}: cannot be written: ${reason}; mend that and run it again, the rest is kept`;
    }
  }
  return undefined;
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
