// What the reception and a guest may write to each other.
import { onlyFields } from "../http/only-fields.ts";
import { requiredText } from "../http/plain-text.ts";

export const newGuestMessage = onlyFields({ message: requiredText(2000) });
