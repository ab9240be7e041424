// Text from people, as the contract counts it and the database takes it.
import * as z from "zod";

/** Text whose length is counted in characters, as the contract counts it; no control characters but line breaks. */
export function text(maxLength: number) {
  return z
    .string("must be text")
    .refine((value) => [...value].length <= maxLength, `must have at most ${maxLength} characters`)
    .refine((value) => !CONTROLS.test(value), "must not contain control characters")
    .refine((value) => !/\p{Surrogate}/u.test(value), "must not contain half of a surrogate pair")
    .meta({ maxLength });
}

/** Text that has to be there; a value of another type is not called absent. */
export function presentText() {
  return z.string({
    error: ({ input }) => (input === undefined ? "is required" : "must be text"),
  });
}

/** Text that says something: without blanks around it, and not empty. */
export function requiredText(maxLength: number) {
  return presentText()
    .pipe(text(maxLength))
    .pipe(z.string().trim().min(1, "must not be empty"))
    .meta({ maxLength, pattern: "\\S" });
}

// PostgreSQL refuses NUL, and the others cost six bytes each in an event of at most 10 kB
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
