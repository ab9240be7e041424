// A publisher that remembers what it was given and answers what the test wants.
import type { ChannelEvent } from "@lockstep/runtime";
import type { EventPublisher } from "../relay-options.ts";

export interface RecordingPublisher extends EventPublisher {
  /** Every event that was to be sent, in order, with repetitions. */
  readonly attempted: ChannelEvent[];
  /** Their payloads. */
  payloads(): string[];
}

/** @param respond rejects or waits where the test wants a failure or a delay */
export function createRecordingPublisher(
  respond: (event: ChannelEvent) => void | Promise<void> = () => {},
): RecordingPublisher {
  const attempted: ChannelEvent[] = [];
  return {
    attempted,
    payloads: () => attempted.map((event) => event.data),
    async publish(event) {
      attempted.push(event);
      await respond(event);
    },
  };
}
