// From a wire channel name back to typed parameters.
import type { Channel, Parameter } from "../channel.ts";
import { channelKindOf } from "./channel-kind.ts";
import { readParameter } from "./judge-parameter.ts";
import { isChannelName } from "./name-rules.ts";
import { type AddressSegment, addressOf } from "./parse-address.ts";

/** What of a channel its names depend on. */
export type ChannelAddress<Parameters> = Pick<
  Channel<Parameters, unknown>,
  "key" | "address" | "parameters"
>;

/**
 * Answers the parameters that a name of this channel was made from, or `undefined` where it is no name of it.
 *
 * The whole name must match. Where it can be cut in several ways, the earlier parameter takes the longer value; the
 * other ways are those that `formatChannelName` refuses to make.
 */
export function parseChannelName<Parameters>(
  channel: ChannelAddress<Parameters>,
  name: string,
): Parameters | undefined {
  // the name's kind must be the address's, or a value could make a public channel private
  const { segments, kind } = addressOf(channel);
  if (!isChannelName(name) || channelKindOf(name) !== kind) return undefined;
  return cut(segments, channel.parameters as Readonly<Record<string, Parameter>>, name) as
    | Parameters
    | undefined;
}

type Values = Record<string, string | number>;

function cut(
  segments: readonly AddressSegment[],
  parameters: Readonly<Record<string, Parameter>>,
  name: string,
): Values | undefined {
  // places known not to lead to the end: keeps the search polynomial whatever the name
  const dead = new Set<number>();

  function from(index: number, at: number): readonly (string | number)[] | undefined {
    const segment = segments[index];
    if (!segment) return at === name.length ? [] : undefined;
    if ("literal" in segment) {
      return name.startsWith(segment.literal, at)
        ? from(index + 1, at + segment.literal.length)
        : undefined;
    }
    const place = index * (name.length + 1) + at;
    const parameter = parameters[segment.parameter];
    if (!parameter || dead.has(place)) return undefined;
    for (let end = name.length; end > at; end--) {
      const value = readParameter(parameter, name.slice(at, end));
      const rest = value === undefined ? undefined : from(index + 1, end);
      if (value !== undefined && rest) return [value, ...rest];
    }
    dead.add(place);
    return undefined;
  }

  const found = from(0, 0);
  return found && collect(segments, found);
}

function collect(
  segments: readonly AddressSegment[],
  found: readonly (string | number)[],
): Values | undefined {
  const values = new Map<string, string | number>();
  let index = 0;
  for (const segment of segments) {
    if ("literal" in segment) continue;
    const value = found[index++] as string | number;
    // a parameter that stands twice has one value
    if (values.has(segment.parameter) && values.get(segment.parameter) !== value) return undefined;
    values.set(segment.parameter, value);
  }
  return Object.fromEntries(values);
}
