// A contract as the dev server is given it: plain data, and a judge for each payload.
import type { Channel, Deprecation } from "@lockstep/runtime";

/** The channels and events that may cross the wire. */
export interface Contract {
  readonly title: string;
  readonly version: string;
  readonly channels: readonly ContractChannel[];
  /**
   * Makes the HTML page that documents it, served at `/docs` and linked from the console. The page brings a content
   * security policy of its own.
   */
  readonly docs?: () => Promise<string>;
}

/** One channel; whether it is public, private and so on follows from its address. */
export interface ContractChannel
  extends Omit<Channel<Readonly<Record<string, string | number>>, unknown>, "events"> {
  readonly description?: string;
  /** A legal value of each parameter that has an example, as text. */
  readonly parameterExamples: Readonly<Record<string, string>>;
  readonly events: readonly ContractEvent[];
  /** Judges the `user_info` of a presence channel's members. */
  readonly judgeMember?: JudgeValue;
}

/** One event; those whose name begins with `client-` go from client to client, all others come from the backend. */
export interface ContractEvent {
  readonly key: string;
  /** Wire event name. */
  readonly name: string;
  readonly description?: string;
  readonly deprecated?: Deprecation;
  /** Present where the wire JSON is a CloudEvents object with the payload under `data`. */
  readonly envelope?: ContractEnvelope;
  /** Payloads, never envelopes. */
  readonly examples: readonly unknown[];
  /** Judges a payload by its JSON Schema: empty where nothing is wrong. */
  readonly judge: JudgeValue;
}

export interface ContractEnvelope {
  /** CloudEvents `type`. */
  readonly type: string;
  /** Judges the declared attributes besides CloudEvents' own. */
  readonly judgeExtensions?: JudgeValue;
}

/**
 * A function rather than a schema, so that whoever reads the contract also decides what its schemas mean: a payload
 * that passes here passes everywhere.
 */
export type JudgeValue = (value: unknown) => readonly ContractIssue[];

/** One fault of a value. */
export interface ContractIssue {
  /** JSON Pointer to it; empty at the root. */
  readonly pointer: string;
  /** `must be integer`. */
  readonly problem: string;
}
