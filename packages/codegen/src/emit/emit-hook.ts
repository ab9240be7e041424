// The file of a channel in the subscribers' React part: a hook that subscribes, and one that sends client events.
import { hookName, triggerHookName } from "../plan/hook-names.ts";
import type { ChannelPlan } from "../plan/plan.ts";
import { type Doc, hardLine, indent, typeSymbol, valueSymbol } from "../printer/doc.ts";
import { docComment } from "../printer/doc-comment.ts";
import { call } from "../printer/expression.ts";
import { printModule } from "../printer/module.ts";
import { hasClientEvents } from "./channel-traits.ts";
import {
  channelTags,
  type EmitContext,
  type EmittedFile,
  eventType,
  eventValue,
} from "./emit-context.ts";
import { parameterList } from "./emit-publisher.ts";
import { clientEventsType, handlersName, optionsType } from "./emit-subscriber.ts";
import { runtime } from "./modules.ts";

export function emitHook(plan: ChannelPlan, context: EmitContext): EmittedFile {
  const hooks = [
    subscribingHook(plan, context),
    ...(hasClientEvents(plan) ? [triggeringHook(plan, context)] : []),
  ];
  const body = hooks.map((hook) => printHook(plan, context, hook));
  const declares = hooks.map(({ name }) => name);
  return {
    path: `react/${plan.file}.ts`,
    text: printModule({ header: context.header, body, declares }),
  };
}

interface Hook {
  readonly name: string;
  readonly description: readonly (string | undefined)[];
  /** The hook of the runtime that does the work. */
  readonly used: string;
  /** Parameters after the channel's own, each with its type. */
  readonly parameters: readonly (readonly [name: string, type: Doc])[];
  readonly result: Doc;
}

function subscribingHook(plan: ChannelPlan, context: EmitContext): Hook {
  return {
    name: hookName(plan),
    description: [plan.model.description],
    used: plan.member ? "usePresence" : "useSubscription",
    parameters: [
      ["handlers", typeSymbol(handlersName(plan), `../${plan.file}.js`)],
      ["options?", optionsType(plan, context)],
    ],
    result: typeSymbol("SubscriptionState", runtime.subscribe),
  };
}

function triggeringHook(plan: ChannelPlan, context: EmitContext): Hook {
  return {
    name: triggerHookName(plan),
    description: [
      `Answers the function that sends client events to the other subscribers of \`${plan.model.address}\`; it throws where the channel is not subscribed.`,
    ],
    used: "useTrigger",
    parameters: [["options?", typeSymbol("SubscribeOptions", runtime.subscribe)]],
    result: [typeSymbol("Trigger", runtime.subscribe), "<", clientEventsType(plan, context), ">"],
  };
}

function printHook(plan: ChannelPlan, context: EmitContext, hook: Hook): Doc {
  const { pascal, file, constName } = plan;
  const text = [...hook.description, "`null` for the parameters: not now."]
    .filter(Boolean)
    .join("\n\n");
  const comment = docComment({ text, tags: channelTags(plan) }) ?? "";
  const parameters = [
    ["parameters: ", eventType(context, file, `${pascal}Parameters`), " | null"],
    ...hook.parameters.map(([name, type]) => [`${name}: `, type]),
  ];
  const used = call(valueSymbol(hook.used, runtime.react), [
    eventValue(context, file, constName),
    "parameters",
    ...hook.parameters.map(([name]) => name.replace("?", "")),
  ]);
  return [
    [comment, hardLine],
    [`export function ${hook.name}`, parameterList(parameters), ": ", hook.result, " {"],
    [indent([hardLine, "return ", used, ";"]), hardLine, "}"],
  ];
}
