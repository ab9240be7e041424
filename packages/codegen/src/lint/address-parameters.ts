// An address and the parameters that are declared for it agree.
import { nearestName, parseAddress } from "@lockstep/runtime";
import type { Diagnostic } from "../diagnostic.ts";
import { appendPointer } from "../load/json-pointer.ts";
import type { ChannelModel, ContractModel } from "../model/contract-model.ts";
import { addressOrigin, diagnose, type Rule } from "./rule.ts";

/** @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#parametersObject */
export const addressParameters: Rule = (model) =>
  model.channels.flatMap((channel) => {
    const used = parseAddress(channel.address).flatMap((segment) =>
      "parameter" in segment ? [segment.parameter] : [],
    );
    const declared = channel.parameters.map(({ name }) => name);
    return [
      ...repeated(model, channel, used),
      ...undeclared(model, channel, { used, declared }),
      ...unused(model, channel, { used, declared }),
    ];
  });

interface Names {
  readonly used: readonly string[];
  readonly declared: readonly string[];
}

function repeated(
  model: ContractModel,
  channel: ChannelModel,
  used: readonly string[],
): Diagnostic[] {
  const twice = new Set(used.filter((name, index) => used.indexOf(name) < index));
  return [...twice].map((name) => {
    const message = `channel "${channel.key}": "{${name}}" stands twice in "${channel.address}"; name each place once`;
    return diagnose(addressOrigin(model, channel), { code: "parameter-repeated", message });
  });
}

function undeclared(
  model: ContractModel,
  channel: ChannelModel,
  { used, declared }: Names,
): Diagnostic[] {
  const missing = new Set(used.filter((name) => !declared.includes(name)));
  return [...missing].map((name) => {
    const meant = nearestName(
      name,
      declared.filter((other) => !used.includes(other)),
    );
    const way = meant ? `did you mean "{${meant}}"?` : `declare it under "parameters"`;
    const message = `channel "${channel.key}": "{${name}}" is no declared parameter; ${way}`;
    return diagnose(addressOrigin(model, channel), { code: "parameter-undeclared", message });
  });
}

function unused(model: ContractModel, channel: ChannelModel, { used }: Names): Diagnostic[] {
  return channel.parameters
    .filter(({ name }) => !used.includes(name))
    .map(({ name }) => {
      // the channel's own entry: what a $ref leads to may be right for others
      const origin = model.locate(channel.origin, appendPointer("/parameters", name));
      const message = `channel "${channel.key}": the parameter "${name}" has no place in "${channel.address}"; write "{${name}}" there, or remove it`;
      return diagnose(origin, { code: "parameter-unused", message });
    });
}
