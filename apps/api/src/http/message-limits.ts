// What the chats and the CRM have in common: how much they take and show at once.
import { limitBody } from "./limit-body.ts";

/** The newest messages of a list; older ones are not shown. */
export const MESSAGES_SHOWN = 200;

/** Enough for the longest message with every character escaped. */
export const limitMessageBody = limitBody(32 * 1024);
