// Where generated files go, and how they import each other.
import { resolve } from "node:path";
import type { Diagnostic } from "./diagnostic.ts";
import { relativeModule } from "./emit/modules.ts";
import { findOverlap } from "./folder-overlap.ts";
import {
  type Output,
  outputFolders,
  packageNameAbove,
  type WorkspaceOutput,
} from "./output-folders.ts";

export interface OutputTargets {
  /** Folders as given; all that generation owns lies in them. */
  readonly folders: WorkspaceOutput;
  /** The module that a file of another package imports the events from. */
  readonly eventsModule: (from: string) => string;
  readonly withReact: boolean;
}

export interface TargetOptions {
  readonly cwd: string;
  /** Name of the events package; by default the one in its `package.json`. */
  readonly eventsPackage?: string | undefined;
}

/**
 * The parts of a single folder import each other by relative paths; folders of packages import each other by the names
 * of the packages. A diagnostic where the events have no package, or the folders are not beside each other.
 */
export async function resolveTargets(
  output: Output,
  { cwd, eventsPackage }: TargetOptions,
): Promise<OutputTargets | Diagnostic> {
  const folders = outputFolders(output);
  if (typeof output === "string") {
    const eventsModule = (from: string): string => relativeModule(`any/${from}`, "events/index");
    return { folders, eventsModule, withReact: false };
  }
  const overlap = judgeOverlap(output);
  if (overlap !== undefined) return overlap;
  const name = eventsPackage ?? (await packageNameAbove(resolve(cwd, output.events)));
  if (name === undefined) return missingPackage(output.events);
  return { folders, eventsModule: () => name, withReact: true };
}

function judgeOverlap({
  events,
  publishers,
  subscribers,
}: WorkspaceOutput): Diagnostic | undefined {
  const folders = Object.entries({ events, publishers, subscribers }).map(([part, folder]) => ({
    owner: `output.${part}`,
    folder,
  }));
  const found = folders.flatMap(
    (one, index) => findOverlap(one, folders.slice(0, index))?.problem ?? [],
  );
  return found[0] === undefined ? undefined : refuseFolder(events, "folders-overlap", found[0]);
}

function missingPackage(folder: string): Diagnostic {
  const message = `${folder}: no package.json with a name above it; add one, or generate into one folder`;
  return refuseFolder(folder, "package-missing", message);
}

function refuseFolder(folder: string, code: string, message: string): Diagnostic {
  return { severity: "error", code, file: folder, line: 1, column: 1, pointer: "", message };
}
