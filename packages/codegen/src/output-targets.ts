// Where generated files go, and how they import each other.
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "./diagnostic.ts";
import { relativeModule } from "./emit/modules.ts";

/** What to generate: everything, or the types and schemas alone. */
export type Only = "events";

/** Folders of a workspace, each the `src` of a package of its own. */
export interface WorkspaceOutput {
  readonly events: string;
  readonly publishers: string;
  readonly subscribers: string;
}

/** One folder for everything, or the folders of three packages. */
export type Output = string | WorkspaceOutput;

export const defaultOutput: WorkspaceOutput = {
  events: "packages/events/src",
  publishers: "packages/publishers/src",
  subscribers: "packages/subscribers/src",
};

export interface OutputTargets {
  /** Folders as given; all that generation owns lies in them. */
  readonly folders: WorkspaceOutput;
  /** The module that a file of another package imports the events from. */
  readonly eventsModule: (from: string) => string;
  readonly withReact: boolean;
}

/**
 * A single folder gets `events`, `publishers` and `subscribers`, which import each other by relative paths; folders of
 * packages import each other by the names of the packages. A diagnostic where the events have no package.
 */
export async function resolveTargets(
  output: Output,
  cwd: string,
): Promise<OutputTargets | Diagnostic> {
  if (typeof output === "string") {
    const folder = output.replace(/(?<=.)\/+$/, "");
    const folders = {
      events: `${folder}/events`,
      publishers: `${folder}/publishers`,
      subscribers: `${folder}/subscribers`,
    };
    const eventsModule = (from: string): string => relativeModule(`any/${from}`, "events/index");
    return { folders, eventsModule, withReact: false };
  }
  const name = await packageNameAbove(resolve(cwd, output.events));
  if (name === undefined) return missingPackage(output.events);
  return { folders: output, eventsModule: () => name, withReact: true };
}

function missingPackage(folder: string): Diagnostic {
  const message = `${folder}: no package.json with a name above it; add one, or generate into one folder`;
  const place = { file: folder, line: 1, column: 1, pointer: "" };
  return { severity: "error", code: "package-missing", ...place, message };
}

async function packageNameAbove(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, "package.json"), "utf8").catch(() => undefined);
  const name = text === undefined ? undefined : readName(text);
  if (name !== undefined || dirname(folder) === folder) return name;
  return packageNameAbove(dirname(folder));
}

function readName(text: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const isNamed = typeof parsed === "object" && parsed !== null && "name" in parsed;
    return isNamed && typeof parsed.name === "string" ? parsed.name : undefined;
  } catch {
    return undefined;
  }
}
