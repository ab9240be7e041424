// What a user may write to another.
import * as z from "zod";
import { onlyFields } from "../http/only-fields.ts";
import { requiredText, text } from "../http/plain-text.ts";

export const newCrmMessage = onlyFields({
  recipient_id: z
    .int("must be the id of a user")
    .min(1, "must be the id of a user")
    .max(2 ** 31 - 1, "is not a user"),
  content: requiredText(2000),
  subject: text(200).optional(),
});

export type NewCrmMessage = z.output<typeof newCrmMessage>;
