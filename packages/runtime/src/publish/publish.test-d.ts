// Types of publishing: what generated code relies on, and what must not compile.
import type Pusher from "pusher";
import type { Channel, ChannelEvent, Schema } from "../index.ts";
import { createEventBuilders, createPublisher } from "./index.ts";

interface Parameters {
  readonly slug: string;
}
interface Created {
  readonly id: number;
}
declare const created: Schema<Created>;
const offers: Channel<Parameters, { readonly created: Created }> = {
  key: "offers",
  address: "hotel-{slug}",
  parameters: { slug: { type: "string" } },
  events: { created: { name: "offer-created", schema: created } },
};

interface OfferBuilders {
  created(payload: Created, attributes: { readonly tenant: string }): ChannelEvent;
}

export function offerEvents(parameters: Parameters): OfferBuilders {
  return createEventBuilders(offers, parameters);
}

declare const client: Pusher;
const publisher = createPublisher(client, { source: "/hotels" });
void publisher.publish(offerEvents({ slug: "a" }).created({ id: 1 }, { tenant: "a" }));

// @ts-expect-error a field is missing
createEventBuilders(offers, { slug: "a" }).created({});
// @ts-expect-error no such parameter
createEventBuilders(offers, { id: 1 });
// @ts-expect-error an event is built, not written
void publisher.publish({ name: "offer-created" });
