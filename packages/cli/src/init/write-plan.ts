// The only effect of `lockstep init`.
import { existsSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { replaceFile } from "@lockstep/codegen/lock";
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
      mkdirSync(folder, { recursive: true });
      if (leadsOutside(folder, dirname(target))) {
        return `${path}: a link on its way leads out of the project; remove the link and run it again, the rest is kept`;
      }
      mkdirSync(dirname(target), { recursive: true });
      if (isExtended) replaceFile(target, text);
      else writeFileSync(target, text, { flag: "wx" });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return `${path}: cannot be written: ${reason}; mend that and run it again, the rest is kept`;
    }
  }
  return undefined;
}

/** Whether the part of a way that is there already ends, links resolved, in another place than the project. */
function leadsOutside(folder: string, way: string): boolean {
  if (!existsSync(way)) return leadsOutside(folder, dirname(way));
  return relative(realpathSync(folder), realpathSync(way)).split(/[\\/]/)[0] === "..";
}
