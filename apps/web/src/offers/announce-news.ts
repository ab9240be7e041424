// Tells staff of what colleagues created or deleted.
import { toasts } from "../services.ts";
import type { OfferEvent } from "./apply-offer-event.ts";

export function announceNews(event: OfferEvent): void {
  if (event.type === "offerCreated") say(`“${event.payload.offer.title}” is new in the list.`);
  if (event.type === "offerDeleted") say(`“${event.payload.offer_title}” was deleted.`);
}

function say(text: string): void {
  toasts.show({ kind: "info", text });
}
