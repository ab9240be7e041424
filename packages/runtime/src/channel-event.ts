// An event as a value: everything that sending it needs, as plain JSON data.

/**
 * CloudEvents attributes known when an event is built; the publisher adds `source`.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md#context-attributes
 */
export interface EventAttributes {
  readonly specversion: "1.0";
  readonly type: string;
  /** RFC 3339. */
  readonly time: string;
  readonly [extension: string]: string | number | boolean;
}

/**
 * An event of the contract, valid when it was built. Plain JSON data: an outbox can store it and send it later, and it
 * is not judged again.
 */
export interface ChannelEvent {
  /** UUID, the same for every attempt to send this event; the CloudEvents `id` where there is an envelope. */
  readonly id: string;
  /** Wire channel name. */
  readonly channel: string;
  /** Wire event name. */
  readonly name: string;
  /** JSON text of the payload, taken when the event was built: later changes of the payload do not reach it. */
  readonly data: string;
  /** Present where the contract declares the CloudEvents envelope for this event. */
  readonly envelope?: EventAttributes;
}
