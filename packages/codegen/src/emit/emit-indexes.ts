// The indexes of the generated packages: what is public, by name.
import { hookName, triggerHookName } from "../plan/hook-names.ts";
import {
  dualPublisherReexports,
  publisherReexports,
  type Reexports,
  reactReexports,
  subscriberReexports,
} from "../plan/runtime-exports.ts";
import { bracedNames } from "../printer/braced-names.ts";
import { compareModules, compareNames } from "../printer/compare-names.ts";
import { type Doc, hardLine, join } from "../printer/doc.ts";
import { printModule } from "../printer/module.ts";
import { hasClientEvents } from "./channel-traits.ts";
import type { EmitContext, EmittedFile } from "./emit-context.ts";
import { buildersName, hasBuilders } from "./emit-publisher.ts";
import { handlersName } from "./emit-subscriber.ts";
import { hasTwins, isMapped } from "./emit-with-deprecated.ts";
import type { FileMemory } from "./file-memory.ts";

/** Messages, members and channels; component schemas stay inside. */
export function emitEventsIndex(context: EmitContext, memory: FileMemory): EmittedFile {
  const { types, components, channels } = context.plan;
  const inside = new Set([...components.values()].map(({ file }) => file));
  const payloads = types
    .filter(({ file }) => !inside.has(file))
    .map(({ file, typeName, schemaName }) => ({
      from: `./${file}.js`,
      values: [schemaName],
      types: [typeName],
    }));
  const constants = channels.map(({ file, pascal, constName }) => ({
    from: `./channels/${file}.js`,
    values: [constName],
    types: [`${pascal}Parameters`, `${pascal}Events`],
  }));
  const exports = [...payloads, ...constants];
  return emitIndex({ part: "events", path: "index.ts", exports }, context, memory);
}

export function emitPublishersIndex(context: EmitContext, memory: FileMemory): EmittedFile {
  const builders = context.plan.channels.filter(hasBuilders).map((channel) => ({
    from: `./${channel.file}.js`,
    values: [channel.builderName],
    types: [buildersName(channel)],
  }));
  const exports = [
    ...builders,
    {
      from: "./create-channel-authorizer.js",
      values: ["createChannelAuthorizer"],
      types: ["ChannelPolicies"],
    },
    ...(hasTwins(context)
      ? [...dualPublishing(context), ...dualPublisherReexports]
      : publisherReexports),
  ];
  return emitIndex({ part: "publishers", path: "index.ts", exports }, context, memory);
}

function dualPublishing({ plan }: EmitContext): readonly Reexports[] {
  const mappings = plan.twins.some(isMapped) ? ["DeprecatedMappings"] : [];
  return [
    { from: "./create-publisher.js", values: ["createPublisher"], types: ["PublisherOptions"] },
    {
      from: "./create-with-deprecated.js",
      values: ["createWithDeprecated"],
      types: [...mappings, "PublishDeprecated"],
    },
  ];
}

export function emitSubscribersIndex(context: EmitContext, memory: FileMemory): EmittedFile {
  const functions = context.plan.channels.map((channel) => ({
    from: `./${channel.file}.js`,
    values: [`subscribeTo${channel.pascal}`],
    types: [handlersName(channel)],
  }));
  const exports = [...functions, ...subscriberReexports];
  return emitIndex({ part: "subscribers", path: "index.ts", exports }, context, memory);
}

export function emitReactIndex(context: EmitContext, memory: FileMemory): EmittedFile {
  const hooks = context.plan.channels.map((channel) => ({
    from: `./${channel.file}.js`,
    values: [hookName(channel), ...(hasClientEvents(channel) ? [triggerHookName(channel)] : [])],
    types: [],
  }));
  const exports = [...hooks, ...reactReexports];
  return emitIndex({ part: "react", path: "react/index.ts", exports }, context, memory);
}

interface Index {
  readonly part: string;
  readonly path: string;
  readonly exports: readonly Reexports[];
}

function emitIndex(
  { part, path, exports }: Index,
  context: EmitContext,
  memory: FileMemory,
): EmittedFile {
  const names = exports.flatMap(({ from, values, types }) => [from, ...values, "", ...types, ""]);
  return memory.namesFile(`the index of ${part}`, names, () => {
    const sorted = [...exports].sort((one, two) => compareModules(one.from, two.from));
    const statements = sorted.map(printExport);
    const body = statements.length > 0 ? [join(statements, hardLine)] : ["export {};"];
    return { path, text: printModule({ header: context.header, body, declares: [] }) };
  });
}

function printExport({ from, values, types }: Reexports): Doc {
  const onlyTypes = values.length === 0;
  const names = [...values, ...types].sort(compareNames);
  const specifiers = names.map((name) =>
    types.includes(name) && !onlyTypes ? `type ${name}` : name,
  );
  return [onlyTypes ? "export type " : "export ", bracedNames(specifiers), ` from "${from}";`];
}
