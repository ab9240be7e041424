// What the tests of one file did, as it is handed to the reporter.
import type { Observation } from "@lockstep/runtime";

/** Keys of channel and event. */
export type EventKey = `${string}/${string}`;

export interface ObservedEvents {
  /** Built by a publisher's builder, or triggered by a client. */
  readonly published: readonly EventKey[];
  /** Handled by a handler of a subscription. */
  readonly handled: readonly EventKey[];
}

/** Under which vitest carries it from the worker to the reporter. */
export const metaKey = "lockstepContract";

/** Keys of a contract have no slash where generated code could name them. */
export function keyOf({ channel, event }: Pick<Observation, "channel" | "event">): EventKey {
  return `${channel}/${event}`;
}
