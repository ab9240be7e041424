// Every file of a contract, each with its output folder.
import type { ContractModel } from "../model/contract-model.ts";
import type { OutputTargets } from "../output-targets.ts";
import type { ContractPlan } from "../plan/plan.ts";
import { commentLine } from "../printer/doc-comment.ts";
import type { ContractTypes } from "../types/plan-types.ts";
import { type GeneratedFile, generatedMark } from "../write/generated-file.ts";
import { emitAuthorizer } from "./emit-authorizer.ts";
import { emitChannel } from "./emit-channel.ts";
import type { EmitContext, EmittedFile } from "./emit-context.ts";
import { emitCreatePublisher } from "./emit-create-publisher.ts";
import { emitHook } from "./emit-hook.ts";
import {
  emitEventsIndex,
  emitPublishersIndex,
  emitReactIndex,
  emitSubscribersIndex,
} from "./emit-indexes.ts";
import { emitPublisher, hasBuilders } from "./emit-publisher.ts";
import { emitSubscriber } from "./emit-subscriber.ts";
import { emitType } from "./emit-type.ts";
import { emitWithDeprecated, hasTwins } from "./emit-with-deprecated.ts";
import type { FileMemory } from "./file-memory.ts";

export interface EmitInput {
  readonly model: ContractModel;
  readonly plan: ContractPlan;
  readonly types: ContractTypes;
  readonly targets: OutputTargets;
  /** The command that makes the same files again. */
  readonly command: string;
  /** Types and schemas only. */
  readonly eventsOnly: boolean;
  readonly memory: FileMemory;
}

/** Sorted by folder and path. */
export function emitContract(input: EmitInput): readonly GeneratedFile[] {
  const { targets, eventsOnly, memory } = input;
  const context: EmitContext = {
    ...input,
    header: headerOf(input),
    eventsModule: targets.eventsModule,
  };
  const { folders } = targets;
  const files = [
    ...placeIn(folders.events, emitEvents(context, memory)),
    ...(eventsOnly ? [] : placeIn(folders.publishers, emitPublishers(context, memory))),
    ...(eventsOnly
      ? []
      : placeIn(folders.subscribers, emitSubscribers(context, memory, targets.withReact))),
  ];
  return files.sort((one, two) => (one.folder + one.path < two.folder + two.path ? -1 : 1));
}

function emitEvents(context: EmitContext, memory: FileMemory): readonly EmittedFile[] {
  const { types, channels } = context.plan;
  return [
    ...types.map((type) =>
      memory.typeFile(type, (components) => emitType(type, context, components)),
    ),
    ...channels.map((channel) =>
      memory.channelFile("events", channel, () => emitChannel(channel, context)),
    ),
    emitEventsIndex(context, memory),
  ];
}

function emitPublishers(context: EmitContext, memory: FileMemory): readonly EmittedFile[] {
  const channels = context.plan.channels.filter(hasBuilders);
  const builders = channels.map((channel) =>
    memory.channelFile("builders", channel, () => emitPublisher(channel, context)),
  );
  const dual = hasTwins(context) ? [emitCreatePublisher(context), emitWithDeprecated(context)] : [];
  return [
    ...builders,
    emitAuthorizer(context, memory),
    ...dual,
    emitPublishersIndex(context, memory),
  ];
}

function emitSubscribers(
  context: EmitContext,
  memory: FileMemory,
  withReact: boolean,
): readonly EmittedFile[] {
  const { channels } = context.plan;
  const functions = channels.map((channel) =>
    memory.channelFile("functions", channel, () => emitSubscriber(channel, context)),
  );
  const all = [...functions, emitSubscribersIndex(context, memory)];
  if (!withReact) return all;
  const hooks = channels.map((channel) =>
    memory.channelFile("hooks", channel, () => emitHook(channel, context)),
  );
  return [...all, ...hooks, emitReactIndex(context, memory)];
}

function placeIn(folder: string, files: readonly EmittedFile[]): readonly GeneratedFile[] {
  return files.map((file) => ({ folder, ...file }));
}

function headerOf({ model, command }: EmitInput): readonly string[] {
  const mark = generatedMark.replace("// ", "").trimEnd();
  return [
    commentLine(`${mark} from ${model.file} (${model.title} ${model.version}).`),
    commentLine(`Do not edit. Regenerate with \`${command}\`.`),
  ];
}
