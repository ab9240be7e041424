// Where generated files go, and how they import each other.
import { resolve } from "node:path";
import type { Diagnostic } from "./diagnostic.ts";
import { relativeModule } from "./emit/modules.ts";
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
 * of the packages. A diagnostic where the events have no package.
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
  const name = eventsPackage ?? (await packageNameAbove(resolve(cwd, output.events)));
  if (name === undefined) return missingPackage(output.events);
  return { folders, eventsModule: () => name, withReact: true };
}

function missingPackage(folder: string): Diagnostic {
  const message = `${folder}: no package.json with a name above it; add one, or generate into one folder`;
  const place = { file: folder, line: 1, column: 1, pointer: "" };
  return { severity: "error", code: "package-missing", ...place, message };
}
