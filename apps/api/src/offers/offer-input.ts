// What callers may say of an offer.
import * as z from "zod";
import { onlyFields } from "../http/only-fields.ts";
import { presentText, text } from "../http/plain-text.ts";

const MAX_TITLE = 120;
const MAX_SORT_ORDER = 9999;

const day = z
  .union([
    z.literal("").transform(() => null),
    z.iso.date("must be a date like 2026-11-21"),
    z.null(),
  ])
  .refine((value) => value === null || value >= "1900-01-01", "must not be before 1900");

const offerFields = onlyFields({
  title: text(MAX_TITLE).trim().min(1, "must not be empty"),
  short_description: text(280),
  details_text: text(1500),
  valid_from: day,
  valid_to: day,
  is_active: z.boolean("must be true or false"),
  sort_order: z
    .int("must be a whole number")
    .min(0, "must be at least 0")
    .max(MAX_SORT_ORDER, `must be at most ${MAX_SORT_ORDER}`),
});

// what the server alone writes; whoever sends a whole offer back changes nothing by it
const notRead = z.unknown().meta({ readOnly: true, description: "Not read." });
const readOnly = { id: notRead, photo_url: notRead, created_at: notRead, updated_at: notRead };

/** A change of an offer: the fields that are given, and no others. */
export const offerChange = offerFields.extend(readOnly).partial();

/** A new offer. */
export const newOffer = offerChange.extend({
  title: presentText().pipe(offerFields.shape.title).meta({ maxLength: MAX_TITLE, pattern: "\\S" }),
});

export type OfferChange = z.output<typeof offerChange>;
export type NewOffer = z.output<typeof newOffer>;

/**
 * The fields of a form beside its photo, where every value is text, as JSON would give them. Values that fit nothing
 * stay as they are.
 */
export function fieldsOfForm(form: FormData): Record<string, unknown> {
  const fields = [...form].filter(([name]) => name !== "photo");
  return Object.fromEntries(fields.map(([name, value]) => [name, readField(name, value)]));
}

function readField(name: string, value: string | File): unknown {
  if (typeof value !== "string") return value;
  // browsers send every line break of a form as CR LF
  return readers.get(name)?.(value) ?? value.replaceAll("\r\n", "\n");
}

const FLAGS = new Map([
  ["true", true],
  ["on", true],
  ["1", true],
  ["false", false],
  ["off", false],
  ["0", false],
]);

const readers = new Map<string, (text: string) => unknown>([
  ["is_active", (text) => FLAGS.get(text.toLowerCase())],
  ["sort_order", (text) => (/^-?\d+$/.test(text) ? Number(text) : undefined)],
]);
