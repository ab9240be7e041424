// The file of a channel in the publishers: one builder for each event that the backend sends.
import type { ChannelPlan, EventPlan } from "../plan/plan.ts";
import {
  choice,
  type Doc,
  group,
  hardLine,
  indent,
  join,
  line,
  softLine,
  typeSymbol,
  valueSymbol,
} from "../printer/doc.ts";
import { docComment } from "../printer/doc-comment.ts";
import { block, call } from "../printer/expression.ts";
import { propertyKey } from "../printer/literal.ts";
import { printModule } from "../printer/module.ts";
import { eventComment } from "./emit-channel.ts";
import {
  channelTags,
  type EmitContext,
  type EmittedFile,
  eventType,
  eventValue,
  generatedTag,
} from "./emit-context.ts";
import { runtime } from "./modules.ts";

/** Of a channel that has builders. */
export function emitPublisher(plan: ChannelPlan, context: EmitContext): EmittedFile {
  const body = [printBuilders(plan, context), printFunction(plan, context)];
  const declares = [buildersName(plan), plan.builderName];
  return { path: `${plan.file}.ts`, text: printModule({ header: context.header, body, declares }) };
}

/** Whether the backend sends any of its events. */
export function hasBuilders({ events }: ChannelPlan): boolean {
  return events.some(({ fromClient }) => !fromClient);
}

export function buildersName({ pascal }: ChannelPlan): string {
  return `${pascal}EventBuilders`;
}

function printBuilders(plan: ChannelPlan, context: EmitContext): Doc {
  const events = plan.events.filter(({ fromClient }) => !fromClient);
  const text = `Builds the events of \`${plan.model.address}\`. Building an event judges its payload.`;
  const comment = docComment({ text, tags: [generatedTag(plan.model.origin)] }) ?? "";
  const members = events.map((event) => printBuilder(event, plan, context));
  return [comment, hardLine, `export interface ${buildersName(plan)} `, block(members, "")];
}

function printBuilder(event: EventPlan, plan: ChannelPlan, context: EmitContext): Doc {
  const { typeName, extensions } = event.message;
  const type = (name: string): Doc => eventType(context, plan.file, name);
  const parameters = [
    ["payload: ", type(typeName)],
    ...(extensions ? [["attributes: ", type(extensions.typeName)]] : []),
  ];
  const comment = docComment(eventComment(event), 2) ?? "";
  const result = typeSymbol("ChannelEvent", runtime.root);
  return [
    comment,
    hardLine,
    propertyKey(event.property),
    parameterList(parameters),
    ": ",
    result,
    ";",
  ];
}

function printFunction(plan: ChannelPlan, context: EmitContext): Doc {
  const { model, pascal, builderName, constName, file } = plan;
  const thrown = [
    "@throws",
    "{ChannelParameterError} when the parameters give no legal channel name",
  ] as const;
  const comment =
    docComment({ text: model.description, tags: [thrown, ...channelTags(plan)] }) ?? "";
  const parameters = [["parameters: ", eventType(context, file, `${pascal}Parameters`)]];
  const builders = valueSymbol("createEventBuilders", runtime.publish);
  const made = call(builders, [eventValue(context, file, constName), "parameters"]);
  return [
    [comment, hardLine],
    [`export function ${builderName}`, parameterList(parameters), `: ${buildersName(plan)} {`],
    [indent([hardLine, "return ", made, ";"]), hardLine, "}"],
  ];
}

/** Parameters of a function or a method, on one line or one on each. */
export function parameterList(parameters: readonly Doc[]): Doc {
  return group([
    "(",
    indent([softLine, join(parameters, [",", line])]),
    choice(",", ""),
    softLine,
    ")",
  ]);
}
