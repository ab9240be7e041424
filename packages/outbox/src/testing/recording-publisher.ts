// A publisher that remembers what it was given and answers what the test wants.
import type { ChannelEvent } from "@lockstep/runtime";
import type { EventPublisher } from "../relay-options.ts";

export interface RecordingPublisher extends EventPublisher {
  /** Every event that was to be sent, in order, with repetitions. */
  readonly attempted: ChannelEvent[];
  /** Their payloads. */
  payloads(): string[];
  /** The events of each request. */
  readonly requests: (readonly ChannelEvent[])[];
}

/** @param respond rejects or waits where the test wants a failure or a delay */
export function createRecordingPublisher(
  respond: (event: ChannelEvent) => void | Promise<void> = () => {},
): RecordingPublisher {
  const attempted: ChannelEvent[] = [];
  const requests: (readonly ChannelEvent[])[] = [];
  return {
    attempted,
    requests,
    payloads: () => attempted.map((event) => event.data),
    async publish(events) {
      requests.push(events);
      attempted.push(...events);
      for (const event of events) await respond(event);
    },
  };
}
