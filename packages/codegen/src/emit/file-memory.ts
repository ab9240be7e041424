// Files that are made again only where what they are made of is another.
import { type Memory, recall, remembers } from "../memory/memory.ts";
import type { ChannelPlan, ContractPlan, TypePlan } from "../plan/plan.ts";
import type { Shape } from "../shape/shape.ts";
import { type Components, componentsOf, type EmittedFile, type TypeNames } from "./emit-context.ts";

export interface FileMemory {
  readonly knowsType: (type: TypePlan) => boolean;
  readonly typeFile: (type: TypePlan, make: (components: Components) => EmittedFile) => EmittedFile;
  /** `part` tells the files of one channel from each other. */
  readonly channelFile: (
    part: string,
    channel: ChannelPlan,
    make: () => EmittedFile,
  ) => EmittedFile;
  /** A file that is made of nothing but names; `part` tells it from the others. */
  readonly namesFile: (
    part: string,
    names: readonly (string | undefined)[],
    make: () => EmittedFile,
  ) => EmittedFile;
}

/** `shared` are the words that every file of the run is made of too. */
export function createFileMemory(
  memory: Memory | undefined,
  plan: ContractPlan,
  shared: readonly string[],
): FileMemory {
  const store = memory?.made;
  const ask = createAsk(componentsOf(plan));
  const nameOf = ({ file }: TypePlan): string => `file ${file}`;
  return {
    knowsType: (type) => remembers(store, nameOf(type), { of: [...shared, type], ask }),
    typeFile: (type, make) =>
      recall(store, nameOf(type), { of: [...shared, type], ask }, (asking) =>
        make(askedComponents(asking)),
      ),
    channelFile: (part, channel, make) =>
      recall(store, `file of ${part} ${channel.file}`, { of: [...shared, channel] }, make),
    namesFile: (part, names, make) =>
      recall(store, `file of ${part}`, { of: [...shared, ...names] }, make),
  };
}

type Question = { readonly named: string } | { readonly shapeOf: string };

type Answers = (question: Question) => readonly unknown[];

function createAsk({ named, shapeOf }: Components): Answers {
  return (question) => {
    if ("shapeOf" in question) return [shapeOf(question.shapeOf)];
    const { file, schemaName, typeName } = named(question.named) ?? {};
    return [file, schemaName, typeName];
  };
}

function askedComponents(ask: Answers): Components {
  return {
    named: (named) => {
      const [file, schemaName, typeName] = ask({ named }) as readonly (string | undefined)[];
      return file === undefined ? undefined : ({ file, schemaName, typeName } as TypeNames);
    },
    shapeOf: (id) => ask({ shapeOf: id })[0] as Shape | undefined,
  };
}
