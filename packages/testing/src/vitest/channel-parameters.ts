// Values for the parameters of a channel, so that a test may use it.
import type { ChannelModel, JsonSchema, ParameterModel } from "@lockstep/codegen/contract";
import { formatChannelName } from "@lockstep/runtime";
import type { Payloads } from "../payloads/create-payloads.ts";

export type ChannelParameters = Readonly<Record<string, string | number>>;

/** A channel with its name, as one set of parameters gives it. */
export interface NamedChannel {
  readonly parameters: ChannelParameters;
  readonly name: string;
}

/**
 * Takes each parameter's default, else its example, else the first value made from its schema that gives a legal name.
 *
 * @throws {Error} when no value does, naming the parameter
 */
export function nameChannel(
  { key, address, parameters }: ChannelModel,
  payloadsOf: (part: { readonly schema: JsonSchema }) => Payloads,
): NamedChannel {
  const constraints = Object.fromEntries(
    parameters.map(({ name, constraint }) => [name, constraint]),
  );
  const channel = { key, address, parameters: constraints, events: {} };
  const candidates = parameters.map((parameter) => valuesOf(parameter, payloadsOf));
  const longest = Math.max(1, ...candidates.map((values) => values.length));
  let problem = "";
  for (let at = 0; at < longest; at += 1) {
    const values = Object.fromEntries(
      parameters.map(({ name }, index) => [
        name,
        candidates[index]?.[at] ?? candidates[index]?.[0],
      ]),
    ) as ChannelParameters;
    try {
      return { parameters: values, name: formatChannelName(channel, values) };
    } catch (error) {
      problem ||= error instanceof Error ? error.message : String(error);
    }
  }
  throw new Error(`${problem}; give the parameters of channel ${key} an example in the contract`);
}

function valuesOf(
  { constraint, default: usual, examples = [] }: ParameterModel,
  payloadsOf: (part: { readonly schema: JsonSchema }) => Payloads,
): readonly (string | number)[] {
  const written = usual === undefined ? examples : [usual, ...examples];
  const isInteger = constraint.type === "integer";
  const told = written.map((text) => (isInteger ? Number(text) : text));
  const { pattern = "^[a-z0-9]{1,8}$" } = { pattern: undefined, ...constraint };
  const schema = isInteger || "enum" in constraint ? constraint : { ...constraint, pattern };
  return [...told, ...(payloadsOf({ schema: { ...schema } }).valid as (string | number)[])];
}
