// Writing the changeset that a change asks for.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isGeneratedFor } from "./generated-changeset.ts";
import type { Declarations } from "./judge-declarations.ts";
import { missingReleases } from "./missing-releases.ts";

/**
 * Writes it unless people have declared all of it, in place of an older one of ours that nobody has edited. Nothing that
 * a person wrote is touched.
 *
 * @param contract path of the document from the root of its project
 * @returns its path for a person; `undefined` where nothing was to be written
 */
export function writeChangeset(contract: string, declarations: Declarations): string | undefined {
  const { folder, required, wanted, pending, areTogether } = declarations;
  const ours = pending.filter((changeset) => isGeneratedFor(contract, changeset));
  const theirs = pending.filter((changeset) => !ours.includes(changeset));
  const isDeclared = missingReleases(required, theirs, areTogether).length === 0;
  const isEdited = theirs.some(({ file }) => file === wanted.file);
  if (folder === undefined || isDeclared || isEdited) return undefined;
  const outdated = ours.filter(({ file }) => file !== wanted.file);
  if (outdated.length === 0 && ours.length > 0) return undefined;
  for (const { file } of outdated) rmSync(join(folder.path, file));
  const path = join(folder.path, wanted.file);
  // a link there would lead the text to another file
  rmSync(path, { force: true });
  writeFileSync(path, wanted.text, { flag: "wx" });
  return `${folder.name}/${wanted.file}`;
}
