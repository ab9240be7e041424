// The file of a channel in the subscribers' React part: one hook.
import type { ChannelPlan } from "../plan/plan.ts";
import { type Doc, hardLine, indent, typeSymbol, valueSymbol } from "../printer/doc.ts";
import { docComment } from "../printer/doc-comment.ts";
import { call } from "../printer/expression.ts";
import { printModule } from "../printer/module.ts";
import {
  channelTags,
  type EmitContext,
  type EmittedFile,
  eventType,
  eventValue,
} from "./emit-context.ts";
import { parameterList } from "./emit-publisher.ts";
import { handlersName, optionsType } from "./emit-subscriber.ts";
import { runtime } from "./modules.ts";

export function emitHook(plan: ChannelPlan, context: EmitContext): EmittedFile {
  const { pascal, file, constName, model } = plan;
  const name = `use${pascal}`;
  const text = [model.description, "`null` for the parameters: not now."]
    .filter(Boolean)
    .join("\n\n");
  const comment = docComment({ text, tags: channelTags(plan) }) ?? "";
  const parameters = [
    ["parameters: ", eventType(context, file, `${pascal}Parameters`), " | null"],
    ["handlers: ", typeSymbol(handlersName(plan), `../${file}.js`)],
    ["options?: ", optionsType(plan, context)],
  ];
  const used = call(valueSymbol(plan.member ? "usePresence" : "useSubscription", runtime.react), [
    eventValue(context, file, constName),
    "parameters",
    "handlers",
    "options",
  ]);
  const body: readonly Doc[] = [
    [
      [comment, hardLine],
      [
        `export function ${name}`,
        parameterList(parameters),
        ": ",
        typeSymbol("SubscriptionState", runtime.subscribe),
        " {",
      ],
      [indent([hardLine, "return ", used, ";"]), hardLine, "}"],
    ],
  ];
  return {
    path: `react/${file}.ts`,
    text: printModule({ header: context.header, body, declares: [name] }),
  };
}
