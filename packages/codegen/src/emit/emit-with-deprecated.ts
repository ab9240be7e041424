// Dual publishing of a contract: what a user has to map, and which deprecated events are made of which others.
import type { ChannelPlan, TwinPlace, TwinPlan } from "../plan/plan.ts";
import {
  choice,
  type Doc,
  group,
  hardLine,
  indent,
  join,
  line,
  typeSymbol,
  valueSymbol,
} from "../printer/doc.ts";
import { docComment } from "../printer/doc-comment.ts";
import { array, block, call, property } from "../printer/expression.ts";
import { propertyKey, stringLiteral } from "../printer/literal.ts";
import { printModule } from "../printer/module.ts";
import { describeDeprecation } from "../shape/notes.ts";
import { type EmitContext, type EmittedFile, eventType, eventValue } from "./emit-context.ts";
import { parameterList } from "./emit-publisher.ts";
import { runtime } from "./modules.ts";

const file = "create-with-deprecated";

export function hasTwins({ plan }: EmitContext): boolean {
  return plan.twins.length > 0;
}

/** Whether a user has to say what the deprecated event is made of. */
export function isMapped({ asks }: TwinPlan): boolean {
  return asks.payload || asks.parameters || asks.attributes;
}

export function emitWithDeprecated(context: EmitContext): EmittedFile {
  const mapped = context.plan.twins.filter(isMapped);
  const body = [
    ...(mapped.length > 0 ? [printMappings(mapped, context)] : []),
    printSwitch(mapped.length > 0),
    printFunction(context),
  ];
  const declares = ["DeprecatedMappings", "PublishDeprecated", "createWithDeprecated"];
  return { path: `${file}.ts`, text: printModule({ header: context.header, body, declares }) };
}

function printMappings(twins: readonly TwinPlan[], context: EmitContext): Doc {
  const text =
    "What makes deprecated events of those that replaced them, where these are not alike.";
  const channels = [...new Set(twins.map(({ old }) => old.channel))];
  const members = channels.map((channel) => {
    const own = twins.filter(({ old }) => old.channel === channel);
    return [
      docComment({ text: `Events of \`${channel.model.address}\`.` }, 2) ?? "",
      hardLine,
      `readonly ${propertyKey(channel.builderName)}: `,
      block(
        own.map((twin) => printMapping(twin, context)),
        "",
      ),
      ";",
    ];
  });
  return [
    docComment({ text }) ?? "",
    hardLine,
    "export interface DeprecatedMappings ",
    block(members, ""),
  ];
}

function printMapping(twin: TwinPlan, context: EmitContext): Doc {
  const { of, old, asks } = twin;
  const text = `\`${old.event.model.name}\`, of \`${of.event.model.name}\` on \`${of.channel.model.address}\`. ${describeEnd(old)}`;
  const parameters = [
    ["payload: ", payloadType(of, context)],
    ["parameters: ", parametersType(of.channel, context)],
  ];
  const isObject = asks.parameters || asks.attributes;
  return [
    docComment({ text }, 4) ?? "",
    hardLine,
    propertyKey(old.event.property),
    // before an object that is broken, so are the parameters
    isObject ? brokenList(parameters) : parameterList(parameters),
    ": ",
    answerType(twin, context),
    ";",
  ];
}

function brokenList(parameters: readonly Doc[]): Doc {
  return ["(", indent(parameters.map((parameter) => [hardLine, parameter, ","])), hardLine, ")"];
}

/** In words: the channel's end is that of its events. */
function describeEnd({ channel, event }: TwinPlace): string {
  const both = [channel.model.deprecated ?? {}, event.model.deprecated ?? {}];
  const [sunset] = both.flatMap((one) => one.sunset ?? []).sort();
  return describeDeprecation({ since: event.model.deprecated?.since, sunset });
}

function answerType({ old, asks }: TwinPlan, context: EmitContext): Doc {
  const payload = payloadType(old, context);
  if (!asks.parameters && !asks.attributes) return payload;
  const { extensions } = old.event.message;
  const fields: readonly Doc[] = [
    ["readonly payload: ", payload, ";"],
    ...(asks.parameters
      ? [["readonly parameters: ", parametersType(old.channel, context), ";"]]
      : []),
    ...(asks.attributes && extensions
      ? [["readonly attributes: ", eventType(context, file, extensions.typeName), ";"]]
      : []),
  ];
  return block(fields, "");
}

function payloadType({ event }: TwinPlace, context: EmitContext): Doc {
  return eventType(context, file, event.message.typeName);
}

function parametersType({ pascal }: ChannelPlan, context: EmitContext): Doc {
  return eventType(context, file, `${pascal}Parameters`);
}

function printSwitch(hasMappings: boolean): Doc {
  const text = hasMappings
    ? "Whether deprecated events are published too, and what they are made of."
    : "Whether deprecated events are published too.";
  const type = hasMappings ? "DeprecatedMappings | false" : "boolean";
  return [docComment({ text }) ?? "", hardLine, `export type PublishDeprecated = ${type};`];
}

function printFunction(context: EmitContext): Doc {
  const text =
    "Creates the function that answers events and, behind them, the deprecated events that they replaced. Give its answer to an outbox, in one transaction with the change; `createPublisher` calls it by itself.";
  const create = valueSymbol("createWithDeprecated", runtime.publish);
  const twins = array(context.plan.twins.map((twin) => printTwin(twin, context)));
  const parameters = [
    hardLine,
    "publishDeprecated: PublishDeprecated,",
    hardLine,
    ["options?: ", typeSymbol("WithDeprecatedOptions", runtime.publish), ","],
  ];
  const lines = [
    hardLine,
    ["if (!publishDeprecated) return ", call(create, ["[]", "options"]), ";"],
    hardLine,
    ["return ", call(create, [twins, "options"]), ";"],
  ];
  return [
    [docComment({ text }) ?? "", hardLine, "export function createWithDeprecated("],
    [indent(parameters), hardLine, "): ", typeSymbol("WithDeprecated", runtime.publish), " {"],
    [indent(lines), hardLine, "}"],
  ];
}

function printTwin(twin: TwinPlan, context: EmitContext): Doc {
  const { of, old, asks } = twin;
  const map = asks.parameters || asks.attributes ? "map" : "mapPayload";
  const given = `publishDeprecated.${old.channel.builderName}.${old.event.property}`;
  const entries = [
    property("of", printPlace(of, context)),
    property("twin", printPlace(old, context)),
    ...(isMapped(twin) ? [property(map, given)] : []),
  ];
  return call(valueSymbol("deprecatedTwin", runtime.publish), [block(entries)]);
}

function printPlace({ channel, event }: TwinPlace, context: EmitContext): Doc {
  const entries = [
    ["channel: ", eventValue(context, file, channel.constName)],
    `event: ${stringLiteral(event.property)}`,
  ];
  return group(["{", indent([line, join(entries, [",", line])]), choice(",", ""), line, "}"]);
}
