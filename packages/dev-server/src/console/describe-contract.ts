// A contract as the console's form needs it.
import {
  channelKindOf,
  channelTraitsOf,
  isClientEventName,
  type Parameter,
  parseAddress,
} from "@lockstep/runtime";
import type { Contract, ContractChannel, ContractEvent } from "../contract/contract.ts";
import type {
  ConsoleContract,
  ConsoleContractChannel,
  ConsoleContractEvent,
  ConsoleParameter,
} from "./page/wire.ts";

/** Answers the channels and events that a test event can be published by: nothing encrypted, nothing of clients. */
export function describeContract({ title, version, channels, docs }: Contract): ConsoleContract {
  const open = channels.filter(({ address }) => !channelTraitsOf(channelKindOf(address)).encrypted);
  return { title, version, channels: open.map(describeChannel), hasDocs: docs !== undefined };
}

function describeChannel(channel: ContractChannel): ConsoleContractChannel {
  return {
    key: channel.key,
    address: channel.address,
    description: channel.description ?? "",
    isDeprecated: channel.deprecated !== undefined,
    parameters: parametersOf(channel),
    events: channel.events.filter(({ name }) => !isClientEventName(name)).map(describeEvent),
  };
}

// in the order of the address, each once
function parametersOf(channel: ContractChannel): ConsoleParameter[] {
  const names = parseAddress(channel.address).flatMap((segment) =>
    "parameter" in segment ? [segment.parameter] : [],
  );
  return [...new Set(names)].flatMap((name) => {
    const parameter = channel.parameters[name];
    const example = channel.parameterExamples[name] ?? "";
    return parameter ? [{ name, hint: describeParameter(parameter), example }] : [];
  });
}

function describeEvent(event: ContractEvent): ConsoleContractEvent {
  return {
    key: event.key,
    name: event.name,
    description: event.description ?? "",
    isDeprecated: event.deprecated !== undefined,
    example: JSON.stringify(event.examples[0] ?? {}, null, 2),
  };
}

function describeParameter(parameter: Parameter): string {
  if (parameter.type === "integer") {
    const { minimum, maximum } = parameter;
    const from = minimum === undefined ? "" : ` from ${minimum}`;
    const isBounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
    return `an integer${from}${isBounded ? ` to ${maximum}` : ""}`;
  }
  if (parameter.enum) return parameter.enum.join(", ");
  return parameter.pattern === undefined ? "text" : `text that matches ${parameter.pattern}`;
}
