// What generated code says of a channel: plain data, with the types of its parameters and events.
import type { Schema } from "./schema-interface.ts";

/** When something stopped being the way to do it, and what is. From `x-deprecated`. */
export interface Deprecation {
  /** Contract version that deprecated it. */
  readonly since?: string;
  /** Last day of its life, `YYYY-MM-DD`; `lockstep check` fails after it. */
  readonly sunset?: string;
  /** What to use instead, in the contract's own words. */
  readonly use?: string;
}

/** A parameter whose value is text. Without constraints it is any run of legal channel name characters. */
export interface StringParameter {
  readonly type: "string";
  readonly enum?: readonly string[];
  /** JSON Schema `pattern`: not anchored unless it says so. */
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** A parameter whose value is a safe integer, written in canonical decimal. */
export interface IntegerParameter {
  readonly type: "integer";
  readonly minimum?: number;
  readonly maximum?: number;
}

export type Parameter = StringParameter | IntegerParameter;

type ParameterOf<Value> = [Value] extends [number]
  ? IntegerParameter
  : [Value] extends [string]
    ? StringParameter
    : Parameter;

/** One event of a channel: its wire name and what judges its payload. */
export interface EventDefinition<Payload> {
  /** Wire event name. */
  readonly name: string;
  /** Judges the payload, never the envelope. */
  readonly schema: Schema<Payload>;
  /** Present where the wire JSON is a CloudEvents 1.0 structured-mode object with the payload under `data`. */
  readonly envelope?: EnvelopeDefinition;
  readonly deprecated?: Deprecation;
}

/** @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md */
export interface EnvelopeDefinition {
  /** CloudEvents `type`. */
  readonly type: string;
  /** Judges the declared attributes besides CloudEvents' own: the builder's second argument. */
  readonly extensions?: Schema<object>;
}

/**
 * A channel of the contract. `Parameters` maps each parameter of the address to its value's type, `Events` each event
 * key to its payload's type.
 */
export interface Channel<Parameters, Events> {
  /** Key in the contract's `channels`. */
  readonly key: string;
  /** Address as the contract writes it, with `{parameter}` places. */
  readonly address: string;
  readonly parameters: { readonly [Name in keyof Parameters]: ParameterOf<Parameters[Name]> };
  readonly events: { readonly [Key in keyof Events]: EventDefinition<Events[Key]> };
  readonly deprecated?: Deprecation;
}

/** A presence channel; `Member` is the `user_info` of its members. */
export interface PresenceChannel<Parameters, Events, Member> extends Channel<Parameters, Events> {
  readonly member: Schema<Member>;
}
