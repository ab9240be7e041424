// Reading the form, and writing what guests read.
import { expect, it } from "vitest";
import { formatPeriod } from "./format-period.ts";
import { changedFields } from "./offer.ts";
import { photoFault } from "./photo-fault.ts";
import { readOfferForm, reviseFaults } from "./read-offer-form.ts";
import { fields } from "./test-offers.ts";

function formOf(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ title: "Spa", is_active: "on", ...values }))
    form.set(name, value);
  return form;
}

it("sends only what was changed", () => {
  expect(changedFields(fields, { ...fields, title: "Spa week", sort_order: 3 })).toEqual({
    title: "Spa week",
    sort_order: 3,
  });
  expect(changedFields(fields, { ...fields })).toBeUndefined();
});

it("reads a form: trimmed text, days or null, a number, a flag", () => {
  const form = formOf({ title: " Spa ", valid_from: "2026-11-01", valid_to: "", sort_order: "12" });
  expect(readOfferForm(form)).toEqual({
    faults: {},
    fields: {
      title: "Spa",
      short_description: "",
      details_text: "",
      valid_from: "2026-11-01",
      valid_to: null,
      is_active: true,
      sort_order: 12,
    },
  });
});

it.each([
  [{ title: "  " }, { title: "Please give the offer a title." }],
  [{ title: "x".repeat(121) }, { title: "This is 121 characters long; at most 120 fit." }],
  [
    { valid_from: "2026-11-02", valid_to: "2026-11-01" },
    { valid_to: "The last day must not lie before the first one." },
  ],
  [{ sort_order: "1.5" }, { sort_order: "The place must be a whole number from 0 to 9999." }],
  [{ sort_order: "-1" }, { sort_order: "The place must be a whole number from 0 to 9999." }],
])("says what is wrong with %o", (values, faults) => {
  expect(readOfferForm(formOf(values)).faults).toEqual(faults);
});

it.each([
  [null, null, undefined],
  ["2026-11-01", null, "From 1 Nov 2026"],
  [null, "2027-03-31", "Until 31 Mar 2027"],
  ["2026-11-01", "2027-03-31", "1 Nov 2026 to 31 Mar 2027"],
  ["2026-11-01", "2026-11-01", "On 1 Nov 2026"],
])("writes the period from %s to %s as %s", (valid_from, valid_to, expected) => {
  expect(formatPeriod({ valid_from, valid_to })).toBe(expected);
});

it.each([
  [{ type: "image/png", size: 1000 }, undefined],
  [{ type: "image/png", size: 0 }, "This file holds no image; please choose another one."],
  [{ type: "image/svg+xml", size: 1000 }, "The photo must be a JPEG, PNG, WebP or GIF image."],
  [
    { type: "image/png", size: 6 * 1024 * 1024 },
    "The photo is larger than 5 MB; please choose a smaller one.",
  ],
])("judges the photo %o", (file, expected) => {
  expect(photoFault(file)).toBe(expected);
});

it("keeps of the shown faults what is still wrong, and adds none before the next attempt", () => {
  const shown = { title: "Please give the offer a title.", sort_order: "Please enter a number." };
  const found = { sort_order: "The place is too large.", valid_to: "The last day is too early." };
  expect(reviseFaults(shown, found)).toEqual({ sort_order: "The place is too large." });
});
