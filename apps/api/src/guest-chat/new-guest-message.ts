// What the reception and a guest may write to each other.
import * as z from "zod";
import { requiredText } from "../http/plain-text.ts";

export const newGuestMessage = z.object({ message: requiredText(2000) }, "must be an object");
