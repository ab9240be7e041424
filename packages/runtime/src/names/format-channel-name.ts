// From typed parameters to the wire channel name.
import type { Parameter } from "../channel.ts";
import { ChannelParameterError } from "../errors/channel-parameter-error.ts";
import { channelKindOf } from "./channel-kind.ts";
import { judgeParameter } from "./judge-parameter.ts";
import { channelNameLimit } from "./limits.ts";
import { hasChannelNameCharacters } from "./name-rules.ts";
import { addressOf } from "./parse-address.ts";
import { type ChannelAddress, parseChannelName } from "./parse-channel-name.ts";

/**
 * Builds the channel's name.
 *
 * The name is legal on every server, has the kind of the channel's address, and `parseChannelName` answers the same
 * parameters: no value can leave its place.
 *
 * @throws {ChannelParameterError} when a value breaks its rules, or all are legal but the name would not be
 */
export function formatChannelName<Parameters>(
  channel: ChannelAddress<Parameters>,
  parameters: NoInfer<Parameters>,
): string {
  const values = parameters as Readonly<Record<string, unknown>>;
  let name = "";
  for (const segment of addressOf(channel).segments) {
    name +=
      "literal" in segment
        ? segment.literal
        : formatValue(channel, segment.parameter, values[segment.parameter]);
  }
  judgeName(channel, values, name);
  return name;
}

function formatValue<Parameters>(
  channel: ChannelAddress<Parameters>,
  parameter: string,
  value: unknown,
): string {
  const rules = (channel.parameters as Readonly<Record<string, Parameter>>)[parameter];
  const problem = rules ? judgeParameter(rules, value) : "is not declared";
  if (problem) throw new ChannelParameterError(problem, { channel: channel.key, parameter, value });
  return String(value);
}

function judgeName<Parameters>(
  channel: ChannelAddress<Parameters>,
  values: Readonly<Record<string, unknown>>,
  name: string,
): void {
  const fail = (problem: string, parameter?: string): never => {
    const value = parameter === undefined ? name : values[parameter];
    throw new ChannelParameterError(problem, { channel: channel.key, parameter, value });
  };
  if (name.length > channelNameLimit)
    fail(`must give a name of at most ${channelNameLimit} characters`);
  const address = addressOf(channel);
  const kind = channelKindOf(name);
  if (kind !== address.kind) {
    const [first] = Object.keys(channel.parameters);
    fail(`must not make the channel ${kind} (${JSON.stringify(name)})`, first);
  }
  // one legal value between fixed texts can be read in one way
  if (address.places === 1 && hasChannelNameCharacters(name)) return;
  const read = parseChannelName(channel, name) as Readonly<Record<string, unknown>> | undefined;
  for (const parameter of Object.keys(channel.parameters)) {
    if (read?.[parameter] !== values[parameter]) {
      fail(`must not be readable in two ways within ${JSON.stringify(name)}`, parameter);
    }
  }
}
