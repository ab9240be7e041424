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

/** Name in the nearest `package.json` that has one, from `folder` upwards. */
export async function packageNameAbove(folder: string): Promise<string | undefined> {
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
