// The error for a parameter value that may not stand in a channel's name.
import { LockstepError } from "./lockstep-error.ts";

export interface ChannelParameterErrorContext {
  /** Key of the channel in the contract. */
  readonly channel: string;
  /** The parameter at fault; absent where only the whole name is. */
  readonly parameter?: string | undefined;
  /** Its value, or the whole name. */
  readonly value: unknown;
}

/** A channel name cannot be made from these parameters. */
export class ChannelParameterError extends LockstepError {
  override readonly name = "ChannelParameterError";
  readonly channel: string;
  readonly parameter: string | undefined;
  readonly value: unknown;

  constructor(problem: string, { channel, parameter, value }: ChannelParameterErrorContext) {
    const subject = parameter === undefined ? channel : `${channel}: parameter ${parameter}`;
    super("channel-parameter-invalid", `${subject} ${problem}, got ${quote(value)}`);
    this.channel = channel;
    this.parameter = parameter;
    this.value = value;
  }
}

function quote(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
