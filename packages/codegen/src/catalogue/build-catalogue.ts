// From the plan of a contract to what a reader wants to know of it.
import { isClientEventName } from "@lockstep/runtime";
import type {
  ChannelModel,
  ContractModel,
  MessageModel,
  Origin,
  ParameterModel,
} from "../model/contract-model.ts";
import { findReplacements } from "../model/find-replacement.ts";
import type { ChannelPlan, ContractPlan, EventPlan } from "../plan/plan.ts";
import { constraintsOf } from "../shape/notes.ts";
import type {
  Catalogue,
  CatalogueChannel,
  CatalogueDeprecation,
  CatalogueEvent,
  CatalogueFlow,
  CatalogueParameter,
  CataloguePlace,
} from "./catalogue.ts";
import { createDescribeNode, type DescribeNode } from "./describe-node.ts";
import {
  parameterNames,
  printHookSample,
  printSamples,
  type SampleModules,
} from "./print-samples.ts";

interface Context {
  readonly channels: readonly ChannelModel[];
  readonly describe: DescribeNode;
  /** Absent where no code is made for channels. */
  readonly modules: SampleModules | undefined;
}

/** Names and trees come from the plan, so that they are those of generated code. */
export function buildCatalogue(
  { title, version, file, channels }: ContractModel,
  plan: ContractPlan,
  modules: SampleModules | undefined,
): Catalogue {
  const describe = createDescribeNode(plan);
  const context = { channels, describe, modules };
  return {
    title,
    version,
    file,
    channels: plan.channels.map((channel) => describeChannel(channel, context)),
    schemas: [...plan.componentsByName.values()]
      .map(({ typeName, shape, notes, origin }) => ({
        name: typeName,
        node: describe(shape, notes),
        source: sourceOf(origin),
      }))
      .sort((one, two) => (one.name < two.name ? -1 : 1)),
  };
}

function describeChannel(plan: ChannelPlan, context: Context): CatalogueChannel {
  const { model, events, member } = plan;
  const { key, address, kind } = model;
  const hook = context.modules && printHookSample(plan, context.modules);
  return {
    key,
    address,
    kind,
    ...headingOf(model),
    ...deprecationOf(model, context.channels),
    parameters: parameterNames(address).flatMap((name) => {
      const parameter = model.parameters.find((one) => one.name === name);
      return parameter === undefined ? [] : [describeParameter(parameter)];
    }),
    events: events.map((event) => describeEvent(plan, event, context)),
    ...(member && { member: context.describe(member.shape, member.notes) }),
    source: sourceOf(model.origin),
    ...(hook !== undefined && { hook }),
  };
}

/** The model puts the title before the description, where there is no summary. */
function headingOf({
  words,
  description,
}: ChannelModel): Pick<CatalogueChannel, "title" | "description"> {
  const title = typeof words?.title === "string" ? words.title.trim() : "";
  const isFirst = title !== "" && description?.split("\n\n")[0] === title;
  const rest = isFirst ? description?.slice(title.length).trim() : description;
  return { ...(title && { title }), ...(rest && { description: rest }) };
}

function describeParameter(parameter: ParameterModel): CatalogueParameter {
  const { name, description, constraint, examples = [], default: usual } = parameter;
  const { type, ...rules } = constraint;
  const listed = constraint.type === "string" ? constraint.enum : undefined;
  return {
    name,
    ...(description !== undefined && { description }),
    type: [{ text: listed?.map((value) => JSON.stringify(value)).join(" or ") ?? type }],
    rules: constraintsOf({ ...rules }),
    ...(usual !== undefined && { default: usual }),
    examples,
  };
}

function describeEvent(channel: ChannelPlan, event: EventPlan, context: Context): CatalogueEvent {
  const { describe, modules, channels } = context;
  const { model, message } = event;
  const { description: _, deprecated: __, ...notes } = message.notes;
  const attributes =
    message.extensions && describe(message.extensions.shape, message.extensions.notes);
  return {
    key: model.key,
    name: model.name,
    typeName: message.typeName,
    ...(model.description !== undefined && { description: model.description }),
    ...deprecationOf(channel.model, channels, model),
    flow: flowOf(channel.model, model),
    ...(model.envelope && {
      envelope: { type: model.envelope.type, ...(attributes && { attributes }) },
    }),
    payload: describe(message.shape, notes),
    examples: model.examples.map(({ payload }) => JSON.stringify(payload, null, 2)),
    samples: modules === undefined ? [] : printSamples(channel, event, modules),
    source: sourceOf(model.origin),
  };
}

function flowOf({ operations }: ChannelModel, { id, name }: MessageModel): CatalogueFlow {
  if (isClientEventName(name)) return { kind: "clients" };
  if (operations === undefined) return { kind: "unsaid" };
  const taking = operations.filter(({ messages }) => messages.includes(id));
  const keysOf = (wanted: "send" | "receive"): readonly string[] =>
    taking.filter(({ action }) => action === wanted).map(({ key }) => key);
  return { kind: "operations", sends: keysOf("send"), receives: keysOf("receive") };
}

/** Of a channel, or of one of its messages. */
function deprecationOf(
  channel: ChannelModel,
  channels: readonly ChannelModel[],
  message?: MessageModel,
): { readonly deprecated?: CatalogueDeprecation } {
  const { deprecated } = message ?? channel;
  if (deprecated === undefined) return {};
  const replacement =
    message === undefined
      ? placeOfChannel(deprecated.use, channels)
      : placeOfEvent(findReplacements({ channel, message }, channels));
  return { deprecated: { ...deprecated, ...(replacement && { replacement }) } };
}

function placeOfChannel(
  use: string | undefined,
  channels: readonly ChannelModel[],
): CataloguePlace | undefined {
  return channels.some(({ key }) => key === use) && use !== undefined
    ? { channel: use }
    : undefined;
}

function placeOfEvent([found, ...others]: ReturnType<typeof findReplacements>):
  | CataloguePlace
  | undefined {
  if (found === undefined || others.length > 0) return undefined;
  return { channel: found.channel.key, event: found.message.key };
}

function sourceOf({ file, line }: Origin): string {
  return `${file}:${line}`;
}
