// The folders that generated files go to, and the package that holds them.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

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

/** A single folder gets `events`, `publishers` and `subscribers`. */
export function outputFolders(output: Output): WorkspaceOutput {
  if (typeof output !== "string") return output;
  const folder = output.replace(/(?<=.)\/+$/, "");
  return {
    events: `${folder}/events`,
    publishers: `${folder}/publishers`,
    subscribers: `${folder}/subscribers`,
  };
}

/** A package, by its `package.json`. */
export interface PackageAbove {
  /** Where its `package.json` is. */
  readonly folder: string;
  readonly name: string;
  readonly version?: string;
}

/** Name in the nearest `package.json` that has one, from `folder` upwards. */
export async function packageNameAbove(folder: string): Promise<string | undefined> {
  return (await packageAbove(folder))?.name;
}

/** The package of the nearest `package.json` that has a name, from `folder` upwards. */
export async function packageAbove(folder: string): Promise<PackageAbove | undefined> {
  const text = await readFile(join(folder, "package.json"), "utf8").catch(() => undefined);
  const named = text === undefined ? undefined : readPackage(text);
  if (named !== undefined) return { folder, ...named };
  return dirname(folder) === folder ? undefined : packageAbove(dirname(folder));
}

function readPackage(text: string): Omit<PackageAbove, "folder"> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null) return undefined;
    const { name, version } = parsed as Record<string, unknown>;
    if (typeof name !== "string") return undefined;
    return { name, ...(typeof version === "string" && { version }) };
  } catch {
    return undefined;
  }
}
