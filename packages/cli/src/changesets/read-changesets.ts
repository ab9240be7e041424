// The changesets of a repository, and which of them came with a change.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import parseChangeset from "@changesets/parse";
import type { Bump } from "@lockstep/codegen";

/** The release of one package. */
export interface Release {
  /** Name of the package. */
  readonly name: string;
  readonly bump: Bump;
}

export interface Changeset {
  /** Name of its file in `.changeset`. */
  readonly file: string;
  readonly text: string;
  readonly releases: readonly Release[];
  /** Whether the past does not have it, or has it otherwise. */
  readonly isNew: boolean;
  /** Why it cannot be read, where it cannot. */
  readonly fault?: string;
}

/** Answers a file's text as it was; `undefined` where it was not there. */
export type ReadPast = (file: string) => Promise<string | undefined>;

/** Sorted by file. One that cannot be read has no releases. */
export async function readChangesets(
  folder: string,
  readPast: ReadPast,
): Promise<readonly Changeset[]> {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.md$/.test(entry.name) && entry.name !== "README.md")
    .map(({ name }) => name);
  const changesets = files.sort().map(async (file): Promise<Changeset> => {
    const text = readFileSync(join(folder, file), "utf8");
    const isNew = (await readPast(file)) !== text;
    return { file, text, isNew, ...parse(text) };
  });
  return Promise.all(changesets);
}

function parse(text: string): Pick<Changeset, "fault" | "releases"> {
  try {
    const { releases } = parseChangeset(text);
    return { releases: releases.map(({ name, type }) => ({ name, bump: type })) };
  } catch (error) {
    const [fault = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    return { releases: [], fault: fault.replace(/^could not parse changeset - |\.$/g, "") };
  }
}
