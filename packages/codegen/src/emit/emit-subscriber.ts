// The file of a channel in the subscribers: its handlers, and the function that subscribes them.
import type { ChannelPlan } from "../plan/plan.ts";
import {
  choice,
  type Doc,
  group,
  hardLine,
  indent,
  line,
  typeSymbol,
  valueSymbol,
} from "../printer/doc.ts";
import { docComment } from "../printer/doc-comment.ts";
import { block, call, typeArguments } from "../printer/expression.ts";
import { propertyKey } from "../printer/literal.ts";
import { printModule } from "../printer/module.ts";
import { hasClientEvents } from "./channel-traits.ts";
import { eventComment } from "./emit-channel.ts";
import {
  channelTags,
  type EmitContext,
  type EmittedFile,
  eventType,
  eventValue,
  generatedTag,
} from "./emit-context.ts";
import { parameterList } from "./emit-publisher.ts";
import { runtime } from "./modules.ts";

export function emitSubscriber(plan: ChannelPlan, context: EmitContext): EmittedFile {
  const body = [printHandlers(plan, context), printFunction(plan, context)];
  const declares = [handlersName(plan), `subscribeTo${plan.pascal}`];
  return { path: `${plan.file}.ts`, text: printModule({ header: context.header, body, declares }) };
}

export function handlersName({ pascal }: ChannelPlan): string {
  return `${pascal}Handlers`;
}

function printHandlers(plan: ChannelPlan, context: EmitContext): Doc {
  const { address, origin } = plan.model;
  const text = `What to do with the events of \`${address}\`; leave out those that you do not need.`;
  const comment = docComment({ text, tags: [generatedTag(origin)] }) ?? "";
  if (plan.events.length === 0) {
    return [comment, hardLine, `export type ${handlersName(plan)} = Record<string, never>;`];
  }
  const members = plan.events.map((event) => {
    const handler = typeSymbol("Handler", runtime.subscribe);
    const payload = eventType(context, plan.file, event.message.typeName);
    const type = [line, choice("| ", ""), handler, "<", payload, ">", line, "| undefined"];
    return [
      docComment(eventComment(event), 2) ?? "",
      hardLine,
      group([`readonly ${propertyKey(event.property)}?:`, indent(type)]),
      ";",
    ];
  });
  return [comment, hardLine, `export interface ${handlersName(plan)} `, block(members, "")];
}

function printFunction(plan: ChannelPlan, context: EmitContext): Doc {
  const { model, pascal, constName, file, member } = plan;
  const thrown = [
    "@throws",
    "{ChannelParameterError} when the parameters give no legal channel name",
  ] as const;
  const comment =
    docComment({ text: model.description, tags: [thrown, ...channelTags(plan)] }) ?? "";
  const name = member
    ? "subscribeToPresence"
    : hasClientEvents(plan)
      ? "subscribeWithClientEvents"
      : "subscribe";
  const parameters = [
    ["subscriber: ", typeSymbol("Subscriber", runtime.subscribe)],
    ["parameters: ", eventType(context, file, `${pascal}Parameters`)],
    `handlers: ${handlersName(plan)}`,
    ["options?: ", optionsType(plan, context)],
  ];
  // options come from callers that no compiler has judged, and must not stand for the contract's parts
  const request = block(["...options", "parameters", "handlers"]);
  const subscribed = call(valueSymbol(name, runtime.subscribe), [
    "subscriber",
    eventValue(context, file, constName),
    request,
  ]);
  const result = resultType(plan, context);
  return [
    [comment, hardLine],
    [`export function subscribeTo${pascal}`, parameterList(parameters), ": ", result, " {"],
    [indent([hardLine, "return ", subscribed, ";"]), hardLine, "}"],
  ];
}

/** What a subscription of this channel takes beside its handlers. */
export function optionsType({ file, member }: ChannelPlan, context: EmitContext): Doc {
  if (member === undefined) return typeSymbol("SubscribeOptions", runtime.subscribe);
  const options = typeSymbol("PresenceSubscribeOptions", runtime.subscribe);
  return [options, "<", eventType(context, file, member.typeName), ">"];
}

/** The payloads of the channel's client events, by key. */
export function clientEventsType(plan: ChannelPlan, context: EmitContext): Doc {
  const sent = plan.events
    .filter(({ fromClient }) => fromClient)
    .map(({ property, message }) => [
      `readonly ${propertyKey(property)}: `,
      eventType(context, plan.file, message.typeName),
      ";",
    ]);
  return sent.length > 0 ? block(sent, "") : "Record<never, never>";
}

function resultType(plan: ChannelPlan, context: EmitContext): Doc {
  const triggers = clientEventsType(plan, context);
  if (plan.member) {
    const member = eventType(context, plan.file, plan.member.typeName);
    return [
      typeSymbol("PresenceSubscription", runtime.subscribe),
      typeArguments([member, triggers]),
    ];
  }
  if (!hasClientEvents(plan)) return typeSymbol("Subscription", runtime.subscribe);
  return [typeSymbol("ClientEventSubscription", runtime.subscribe), "<", triggers, ">"];
}
