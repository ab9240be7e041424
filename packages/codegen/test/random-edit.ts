// Edits of a contract as somebody types them: one place of one of its files at a time.
import fc from "fast-check";
import { stringify } from "yaml";

/** A file of a contract as it is edited: its data, and how many lines of comments stand before it. */
export interface EditedFile {
  readonly data: unknown;
  readonly lead: number;
}

/** By path, the root's first. */
export type EditedFiles = Readonly<Record<string, EditedFile>>;

/** An edit, whatever the contract; it is read as a place in one of the files and a change. */
export interface Edit {
  readonly file: number;
  readonly place: number;
  readonly other: number;
  readonly change: Change;
}

type Change =
  | "copy"
  | "deprecate"
  | "duplicate"
  | "number"
  | "remove"
  | "rename"
  | "retarget"
  | "shift"
  | "text";

export const randomEdit: fc.Arbitrary<Edit> = fc.record({
  file: fc.nat(),
  place: fc.nat(),
  other: fc.nat(),
  change: fc.constantFrom<Change>(
    ...(["copy", "deprecate", "duplicate", "number", "remove", "rename", "retarget"] as const),
    ...(["shift", "shift", "text", "text", "text"] as const),
  ),
});

/** The text of a file. */
export function textOf({ data, lead }: EditedFile): string {
  return `${"# a comment\n".repeat(lead)}${stringify(data, { aliasDuplicateObjects: false, lineWidth: 60 })}`;
}

type Holder = Record<string, unknown>;

interface Spot {
  readonly holder: Holder;
  readonly key: string;
}

/** The files after the edit; where nothing can be edited so, the same. */
export function applyEdit(files: EditedFiles, edit: Edit): EditedFiles {
  const paths = Object.keys(files);
  const path = paths[edit.file % paths.length] ?? "";
  const file = files[path];
  if (file === undefined) return files;
  if (edit.change === "shift") return { ...files, [path]: { ...file, lead: edit.other % 5 } };
  const data = structuredClone(file.data);
  change(data, edit);
  return { ...files, [path]: { ...file, data } };
}

function change(data: unknown, { place, other, change }: Edit): void {
  const spots = spotsOf(data).filter((spot) => isFit(spot, change));
  const spot = spots[place % Math.max(spots.length, 1)];
  const source = spots[other % Math.max(spots.length, 1)];
  if (spot === undefined || source === undefined) return;
  const { holder, key } = spot;
  const value = holder[key];
  if (change === "copy" || change === "retarget")
    holder[key] = structuredClone(source.holder[source.key]);
  if (change === "deprecate") toggleDeprecation(value as Holder, other);
  if (change === "duplicate" && !Array.isArray(holder))
    holder[`${key}${other % 7}`] = structuredClone(value);
  if (change === "number") holder[key] = Number(value) + 1 + (other % 3);
  if (change === "remove") delete holder[key];
  if (change === "text") holder[key] = `${String(value)} ${"edited ".repeat(other % 4)}x`;
  if (change === "rename" && !Array.isArray(holder)) rename(spot, `${key}${other % 7}`);
}

function toggleDeprecation(holder: Holder, other: number): void {
  if ("x-deprecated" in holder) delete holder["x-deprecated"];
  else holder["x-deprecated"] = { since: `1.${other % 3}.0` };
}

function rename({ holder, key }: Spot, name: string): void {
  const entries = Object.entries(holder);
  for (const old of Object.keys(holder)) delete holder[old];
  for (const [old, value] of entries) holder[old === key ? name : old] = value;
}

function isFit({ holder, key }: Spot, change: Change): boolean {
  const value = holder[key];
  if (change === "number") return typeof value === "number";
  if (change === "retarget") return key === "$ref";
  if (change === "deprecate") return typeof value === "object" && !Array.isArray(value);
  return change !== "text" || typeof value === "string";
}

function spotsOf(value: unknown): readonly Spot[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...spotsOf(holder[key])]);
}
