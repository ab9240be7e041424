// Sending a client event through a subscription.
import type { Channel, EventDefinition } from "../channel.ts";
import { ClientEventError } from "../errors/client-event-error.ts";
import { PayloadTooLargeError } from "../errors/payload-too-large-error.ts";
import { payloadLimitBytes } from "../names/limits.ts";
import { isClientEventName } from "../names/name-rules.ts";
import { tellObservers } from "../observe.ts";
import { snapshotPayload } from "../schema/snapshot-payload.ts";
import type { Membership } from "./create-subscriber.ts";
import type { ClientEventSubscription, Subscription } from "./subscription.ts";

/** Answers the `trigger` of one subscription. */
export function createTrigger<Parameters, Events>(
  channel: Channel<Parameters, Events>,
  subscription: Subscription,
  membership: Membership,
): ClientEventSubscription<Events>["trigger"] {
  return (key, payload) => {
    const { name, schema }: EventDefinition<unknown> = channel.events[key];
    const place = { channel: subscription.channel, event: name };
    if (!isClientEventName(name)) throw new ClientEventError("is published by the server", place);
    const text = snapshotPayload(schema, payload, place);
    const bytes = new TextEncoder().encode(text).length;
    if (bytes > payloadLimitBytes) {
      throw new PayloadTooLargeError({ ...place, bytes, limitBytes: payloadLimitBytes });
    }
    if (subscription.state !== "subscribed") {
      throw new ClientEventError(`the subscription is ${subscription.state}`, place);
    }
    if (!membership.joined.channel?.trigger(name, JSON.parse(text))) {
      throw new ClientEventError("the connection did not take it", place);
    }
    tellObservers({ kind: "triggered", channel: channel.key, event: key });
  };
}
