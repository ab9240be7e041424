// The file of a channel: its parameters, its events and the constant that the runtime reads.
import type { ChannelModel, ParameterModel } from "../model/contract-model.ts";
import type { ChannelPlan, EventPlan } from "../plan/plan.ts";
import {
  choice,
  type Doc,
  fluid,
  group,
  hardLine,
  indent,
  join,
  line,
  typeSymbol,
} from "../printer/doc.ts";
import { docComment } from "../printer/doc-comment.ts";
import { block, property, typeArguments } from "../printer/expression.ts";
import { literal, propertyKey, stringLiteral } from "../printer/literal.ts";
import { printModule } from "../printer/module.ts";
import { describeDeprecation } from "../shape/notes.ts";
import {
  channelTags,
  type EmitContext,
  type EmittedFile,
  generatedTag,
  planSchema,
  planType,
} from "./emit-context.ts";
import { runtime } from "./modules.ts";
import { joinSentences } from "./print-type.ts";

export function emitChannel(plan: ChannelPlan, context: EmitContext): EmittedFile {
  const file = `channels/${plan.file}`;
  const body = [printParameters(plan), printEvents(plan, file), printConstant(plan, file)];
  const declares = [`${plan.pascal}Parameters`, `${plan.pascal}Events`, plan.constName];
  return { path: `${file}.ts`, text: printModule({ header: context.header, body, declares }) };
}

function printParameters({ pascal, model }: ChannelPlan): Doc {
  const text = `Parameters of \`${model.address}\`.`;
  const members = model.parameters.map((parameter) => {
    const comment = docComment({ text: describeParameter(parameter) }, 2);
    const type = parameterType(parameter);
    return [
      ...(comment ? [comment, hardLine] : []),
      `readonly ${propertyKey(parameter.name)}:`,
      type,
      ";",
    ];
  });
  return printTypeOf(`${pascal}Parameters`, members, text, model);
}

function printEvents({ pascal, model, events }: ChannelPlan, file: string): Doc {
  const text = `Payloads of the events of \`${model.address}\`, by key.`;
  const members = events.map(({ property: key, message }) => [
    `readonly ${propertyKey(key)}: `,
    planType(file, message),
    ";",
  ]);
  return printTypeOf(`${pascal}Events`, members, text, model);
}

/** An interface; without members a type that holds none, since an empty interface holds everything. */
function printTypeOf(
  name: string,
  members: readonly Doc[],
  text: string,
  model: ChannelModel,
): Doc {
  const comment = docComment({ text, tags: [generatedTag(model.origin)] }) ?? "";
  if (members.length === 0)
    return [comment, hardLine, `export type ${name} = Record<string, never>;`];
  return [comment, hardLine, `export interface ${name} `, block(members, "")];
}

function describeParameter({ description, constraint }: ParameterModel): string {
  const words =
    constraint.type === "integer"
      ? ["integer", atLeast(constraint.minimum, ""), atMost(constraint.maximum, "")]
      : [
          constraint.pattern === undefined
            ? ""
            : `matching \`${constraint.pattern.replaceAll("`", "'")}\``,
          atLeast(constraint.minLength, " characters"),
          atMost(constraint.maxLength, " characters"),
        ];
  const said = words.filter((word) => word !== "").join(", ");
  const sentence = said === "" ? "" : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  return joinSentences(description, sentence);
}

function atLeast(bound: number | undefined, unit: string): string {
  return bound === undefined ? "" : `at least ${bound}${unit}`;
}

function atMost(bound: number | undefined, unit: string): string {
  return bound === undefined || bound === Number.MAX_SAFE_INTEGER ? "" : `at most ${bound}${unit}`;
}

function parameterType({ constraint }: ParameterModel): Doc {
  if (constraint.type === "integer") return " number";
  if (constraint.enum === undefined) return " string";
  const values = constraint.enum.map(stringLiteral);
  if (values.length === 1) return [" ", ...values];
  return group(indent([line, choice("| ", ""), join(values, [line, "| "])]));
}

function printConstant(plan: ChannelPlan, file: string): Doc {
  const { model, pascal, constName, member } = plan;
  const comment = docComment({ text: model.description, tags: channelTags(plan) }) ?? "";
  const generic = [
    `${pascal}Parameters`,
    `${pascal}Events`,
    ...(member ? [planType(file, member)] : []),
  ];
  const type = typeSymbol(member ? "PresenceChannel" : "Channel", runtime.root);
  const args = typeArguments(generic);
  const entries = [
    property("key", literal(model.key)),
    property("address", literal(model.address)),
    property(
      "parameters",
      block(model.parameters.map(({ name, constraint }) => property(name, literal(constraint)))),
    ),
    property(
      "events",
      block(plan.events.map((event) => property(event.property, printEvent(event, file)))),
    ),
    ...(member ? [property("member", planSchema(file, member))] : []),
    ...(model.deprecated ? [property("deprecated", literal(model.deprecated))] : []),
  ];
  return [
    comment,
    hardLine,
    `export const ${constName}: `,
    type,
    args,
    " =",
    fluid(block(entries)),
    ";",
  ];
}

function printEvent({ model, message }: EventPlan, file: string): Doc {
  const { extensions } = message;
  const envelope = model.envelope && [
    property("type", literal(model.envelope.type)),
    ...(extensions ? [property("extensions", planSchema(file, extensions))] : []),
  ];
  return block([
    property("name", literal(model.name)),
    property("schema", planSchema(file, message)),
    ...(envelope ? [property("envelope", block(envelope))] : []),
    ...(model.deprecated ? [property("deprecated", literal(model.deprecated))] : []),
  ]);
}

/** Text and tags of an event, for the doc comments of what is made for it. */
export function eventComment({ model }: EventPlan): Parameters<typeof docComment>[0] {
  const { description, deprecated } = model;
  const text = description ?? `\`${model.name}\``;
  return {
    text,
    tags: deprecated ? [["@deprecated", describeDeprecation({ ...deprecated })]] : [],
  };
}
