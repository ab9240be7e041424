// The fields of the offer form, judged before they are sent.
import type { OfferFields } from "./offer.ts";

export type FieldFaults = Readonly<Partial<Record<keyof OfferFields | "photo", string>>>;

export interface OfferFormReading {
  readonly fields: OfferFields;
  /** A sentence for each field that cannot be sent; empty when all can. */
  readonly faults: FieldFaults;
}

export const LONGEST = { title: 120, short_description: 280, details_text: 1500 } as const;
export const LAST_PLACE = 9999;

export function readOfferForm(form: FormData): OfferFormReading {
  const text = (name: keyof OfferFields) => String(form.get(name) ?? "").trim();
  const fields: OfferFields = {
    title: text("title"),
    short_description: text("short_description"),
    details_text: text("details_text"),
    valid_from: text("valid_from") || null,
    valid_to: text("valid_to") || null,
    is_active: form.has("is_active"),
    sort_order: text("sort_order") === "" ? 0 : Number(text("sort_order")),
  };
  return { fields, faults: findFaults(fields) };
}

/** Fields with text that is no day or no number yet, which the form itself reads as empty. */
export function findUnfinished(form: HTMLFormElement): FieldFaults {
  const inputs = [...form.querySelectorAll("input")].filter(({ validity }) => validity.badInput);
  return Object.fromEntries(
    inputs.map(({ name, type }) => [
      name,
      type === "date" ? "Please complete the day, or clear it." : "Please enter a whole number.",
    ]),
  );
}

/** What is left of the faults that are shown, as the fields are now; new ones wait for the next attempt to send. */
export function reviseFaults(shown: FieldFaults, found: FieldFaults): FieldFaults {
  return Object.fromEntries(Object.entries(found).filter(([name]) => name in shown));
}

function findFaults(fields: OfferFields): FieldFaults {
  const { title, valid_from: from, valid_to: to, sort_order: place } = fields;
  const isPlace = Number.isInteger(place) && place >= 0 && place <= LAST_PLACE;
  return {
    ...(title === "" && { title: "Please give the offer a title." }),
    ...tooLong(fields, "title"),
    ...tooLong(fields, "short_description"),
    ...tooLong(fields, "details_text"),
    ...(from !== null &&
      to !== null &&
      to < from && { valid_to: "The last day must not lie before the first one." }),
    ...(!isPlace && { sort_order: `The place must be a whole number from 0 to ${LAST_PLACE}.` }),
  };
}

function tooLong(fields: OfferFields, name: keyof typeof LONGEST): FieldFaults {
  const length = [...fields[name]].length;
  if (length <= LONGEST[name]) return {};
  return { [name]: `This is ${length} characters long; at most ${LONGEST[name]} fit.` };
}
