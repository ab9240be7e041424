// What is wrong, as data: one value for each thing that a person should know.

export type FindingCode =
  | "channel-unknown"
  | "channel-deprecated"
  | "event-unknown"
  | "event-deprecated"
  | "payload-invalid"
  | "envelope-missing"
  | "envelope-invalid"
  | "envelope-unexpected"
  | "member-invalid"
  | "subscription-unknown"
  | "subscription-refused"
  | "client-event-refused"
  | "connection-refused"
  | "request-refused"
  | "nobody-subscribed"
  | "subscriber-left"
  | "never-subscribed";

export interface Finding {
  /** `error`: it is off the contract. `warning`: it is not, and still hardly what was meant. */
  readonly severity: "error" | "warning";
  readonly code: FindingCode;
  readonly channel?: string;
  readonly event?: string;
  /** The connection that did it; absent for the backend. */
  readonly socketId?: string;
  /** One sentence: subject, problem and way out. */
  readonly message: string;
  /** Key of the channel in the contract, or `channel/event`, where that is what is deprecated. */
  readonly part?: string;
  /** The name that was probably meant: of a channel, of an address, or of an event. */
  readonly nearest?: string;
}
