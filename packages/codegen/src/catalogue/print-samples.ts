// Code for one event and for one channel, with the names that generated code has.
import { isClientEventName, parseAddress } from "@lockstep/runtime";
import { isPresence } from "../emit/channel-traits.ts";
import { hasBuilders } from "../emit/emit-publisher.ts";
import { hookName } from "../plan/hook-names.ts";
import type { ChannelPlan, EventPlan } from "../plan/plan.ts";
import { type Doc, hardLine, valueSymbol } from "../printer/doc.ts";
import { block, call } from "../printer/expression.ts";
import { isIdentifierName, literal, propertyKey, stringLiteral } from "../printer/literal.ts";
import { printModule } from "../printer/module.ts";
import type { CatalogueSample } from "./catalogue.ts";

/** What code of an application imports. */
export interface SampleModules {
  readonly publishers: string;
  readonly subscribers: string;
  /** Absent where no hooks are generated. */
  readonly react?: string;
}

export function printSamples(
  channel: ChannelPlan,
  event: EventPlan,
  modules: SampleModules,
): readonly CatalogueSample[] {
  const subscribe = {
    role: "subscribe",
    code: print(subscribing(channel, event, modules)),
  } as const;
  if (isClientEventName(event.model.name)) {
    return [{ role: "trigger", code: print(triggering(channel, event, modules)) }, subscribe];
  }
  if (!hasBuilders(channel)) return [subscribe];
  return [{ role: "publish", code: print(publishing(channel, event, modules)) }, subscribe];
}

/** `undefined` where the channel has nothing to handle, or no hooks are generated. */
export function printHookSample(
  channel: ChannelPlan,
  { react }: SampleModules,
): string | undefined {
  if (react === undefined || (channel.events.length === 0 && !isPresence(channel)))
    return undefined;
  const hook = valueSymbol(hookName(channel), react);
  const used = call(hook, [parametersOf(channel), handlersOf(channel.events)]);
  return print(["const state = ", used, ";"]);
}

function publishing(channel: ChannelPlan, event: EventPlan, modules: SampleModules): Doc {
  const builders = valueSymbol(channel.builderName, modules.publishers);
  const { extensions } = event.message;
  const built = call(
    [builders, "(", parametersOf(channel), `).${event.property}`],
    [payloadOf(event), ...(extensions ? ["attributes"] : [])],
  );
  return [call("await publisher.publish", [built]), ";"];
}

function subscribing(channel: ChannelPlan, event: EventPlan, modules: SampleModules): Doc {
  return ["const subscription = ", subscription(channel, [event], modules)];
}

function triggering(channel: ChannelPlan, event: EventPlan, modules: SampleModules): Doc {
  const args = [stringLiteral(event.property), payloadOf(event)];
  return [
    ["const subscription = ", subscription(channel, [], modules), hardLine],
    [call("subscription.trigger", args), ";"],
  ];
}

function subscription(
  channel: ChannelPlan,
  events: readonly EventPlan[],
  { subscribers }: SampleModules,
): Doc {
  const subscribe = valueSymbol(`subscribeTo${channel.pascal}`, subscribers);
  return [call(subscribe, ["subscriber", parametersOf(channel), handlersOf(events)]), ";"];
}

function handlersOf(events: readonly EventPlan[]): Doc {
  return block(
    events.map(({ property }) => `${propertyKey(property)}: (payload) => console.log(payload)`),
  );
}

function payloadOf({ model }: EventPlan): Doc {
  const [example] = model.examples;
  return example === undefined ? "payload" : literal(example.payload);
}

/** Values from the contract's examples; a variable where it has none. */
function parametersOf({ model }: ChannelPlan): string {
  const entries = parameterNames(model.address).map((name) => {
    const parameter = model.parameters.find((one) => one.name === name);
    const { constraint, default: usual, examples } = parameter ?? {};
    const listed = constraint?.type === "string" ? constraint.enum?.[0] : undefined;
    const text = usual ?? examples?.[0] ?? listed;
    if (text === undefined) return isIdentifierName(name) ? name : `${propertyKey(name)}: value`;
    return `${propertyKey(name)}: ${constraint?.type === "integer" ? text : stringLiteral(text)}`;
  });
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** The parameters of an address in its order, each once. */
export function parameterNames(address: string): readonly string[] {
  const names = parseAddress(address).flatMap((segment) =>
    "parameter" in segment ? [segment.parameter] : [],
  );
  return [...new Set(names)];
}

const ownNames = [
  "attributes",
  "payload",
  "publisher",
  "state",
  "subscriber",
  "subscription",
  "value",
];

function print(statement: Doc): string {
  return printModule({ header: [], body: [statement], declares: ownNames }).trim();
}
