// Edits of a document as somebody types them: one place of its data at a time.
import fc from "fast-check";

/** An edit, whatever the document; it is read as a place in the document and a change. */
export interface Edit {
  readonly place: number;
  readonly other: number;
  readonly change: "copy" | "number" | "remove" | "rename" | "text";
}

export const randomEdit: fc.Arbitrary<Edit> = fc.record({
  place: fc.nat(),
  other: fc.nat(),
  change: fc.constantFrom("copy", "number", "remove", "rename", "text", "text", "text"),
});

type Holder = Record<string, unknown>;

interface Spot {
  readonly holder: Holder;
  readonly key: string;
}

/** The document after the edit; where nothing in it can be edited so, the same. */
export function applyEdit(document: unknown, { place, other, change }: Edit): unknown {
  const edited = structuredClone(document);
  const spots = spotsOf(edited).filter(({ holder, key }) => isFit(holder[key], change));
  const spot = spots[place % Math.max(spots.length, 1)];
  const source = spots[other % Math.max(spots.length, 1)];
  if (spot === undefined || source === undefined) return edited;
  const { holder, key } = spot;
  if (change === "copy") holder[key] = structuredClone(source.holder[source.key]);
  if (change === "number") holder[key] = Number(holder[key]) + 1 + (other % 3);
  if (change === "remove") delete holder[key];
  if (change === "text") holder[key] = `${String(holder[key])} ${"edited ".repeat(other % 4)}x`;
  if (change === "rename" && !Array.isArray(holder)) rename(spot, `${key}${other % 7}`);
  return edited;
}

function rename({ holder, key }: Spot, name: string): void {
  const entries = Object.entries(holder);
  for (const old of Object.keys(holder)) delete holder[old];
  for (const [old, value] of entries) holder[old === key ? name : old] = value;
}

function isFit(value: unknown, change: Edit["change"]): boolean {
  if (change === "number") return typeof value === "number";
  return change !== "text" || typeof value === "string";
}

function spotsOf(value: unknown): readonly Spot[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...spotsOf(holder[key])]);
}
