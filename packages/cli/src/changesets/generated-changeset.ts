// A changeset that the command writes, and how it is told from one that a person wrote or edited.
import { createHash } from "node:crypto";
import type { Change } from "@lockstep/codegen";
import type { Changeset, Release } from "./read-changesets.ts";
import { summarizeChanges } from "./summarize-changes.ts";

/**
 * The same changes give the same file. Its name holds a digest of its text, so that whoever edits it makes it theirs.
 *
 * @param contract path of the document from the root of its project
 */
export function generatedChangeset(
  contract: string,
  releases: readonly Release[],
  changes: readonly Change[],
): Changeset {
  const lines = releases.map(({ name, bump }) => `${JSON.stringify(name)}: ${bump}`);
  const text = `---\n${lines.join("\n")}\n---\n\n${summarizeChanges(changes)}\n`;
  return { file: fileOf(contract, text), text, releases, isNew: true };
}

/** Whether a changeset was written so for a contract, and nobody has edited it since. */
export function isGeneratedFor(contract: string, { file, text }: Changeset): boolean {
  return file === fileOf(contract, text);
}

function fileOf(contract: string, text: string): string {
  const digest = createHash("sha256").update(`${contract}\n${text}`).digest("hex");
  return `contract-${digest.slice(0, 8)}.md`;
}
