// Output folders that are not beside each other.
import { resolve, sep } from "node:path";

export interface OwnedFolder {
  /** What names it: `output.events`. */
  readonly owner: string;
  readonly folder: string;
}

export interface FolderOverlap<Other> {
  readonly other: Other;
  readonly problem: string;
}

/**
 * The first of the others that is the folder, holds it or lies in it. What does not belong to one folder is removed
 * from it, also where it belongs to another one inside.
 */
export function findOverlap<Other extends OwnedFolder>(
  { owner, folder }: OwnedFolder,
  others: readonly Other[],
): FolderOverlap<Other> | undefined {
  const other = others.find((one) => isWithin(one.folder, folder) || isWithin(folder, one.folder));
  if (other === undefined) return undefined;
  const problem = `${owner}: "${folder}" ${relate(folder, other.folder)} "${other.folder}" of ${other.owner}; give each a folder of its own, beside the others`;
  return { other, problem };
}

function relate(folder: string, other: string): string {
  if (resolve(folder) === resolve(other)) return "is the same folder as";
  return isWithin(folder, other) ? "lies inside of" : "holds";
}

function isWithin(folder: string, other: string): boolean {
  return `${resolve(folder)}${sep}`.startsWith(`${resolve(other)}${sep}`);
}
