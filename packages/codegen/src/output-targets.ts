// Where generated files go, and how they import each other.
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
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
 * packages import each other by the names of the packages.
 *
 * @throws when no `package.json` above the events folder has a name
 */
export async function resolveTargets(output: Output, cwd: string): Promise<OutputTargets> {
  if (typeof output === "string") {
    const folder = output.replace(/\/+$/, "");
    const folders = {
      events: `${folder}/events`,
      publishers: `${folder}/publishers`,
      subscribers: `${folder}/subscribers`,
    };
    const eventsModule = (from: string): string => relativeModule(`any/${from}`, "events/index");
    return { folders, eventsModule, withReact: false };
  }
  const name = await packageNameAbove(resolve(cwd, output.events));
  return { folders: output, eventsModule: () => name, withReact: true };
}

async function packageNameAbove(folder: string): Promise<string> {
  for (let current = folder; ; current = dirname(current)) {
    const text = await readFile(join(current, "package.json"), "utf8").catch(() => undefined);
    const parsed: unknown = text === undefined ? undefined : JSON.parse(text);
    if (
      typeof parsed === "object" &&
      parsed !== null &&
      "name" in parsed &&
      typeof parsed.name === "string"
    ) {
      return parsed.name;
    }
    if (dirname(current) === current)
      throw new Error(
        `${folder}: no package.json with a name above it; add one, or generate into one folder`,
      );
  }
}
