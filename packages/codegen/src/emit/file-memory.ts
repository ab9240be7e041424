// Files that were made before, by what they are made of, so that a later run makes only what is to change.
import type { ChannelPlan, ContractPlan, TypePlan } from "../plan/plan.ts";
import type { EmittedFile } from "./emit-context.ts";
import { createFileSources, type FileSource } from "./file-sources.ts";

/** Files of an earlier run, for who generates one contract again and again; empty at first. */
export type MadeFiles = Map<FileSource, EmittedFile>;

type Make = () => EmittedFile;

export interface FileMemory {
  readonly knowsType: (type: TypePlan) => boolean;
  readonly typeFile: (type: TypePlan, make: Make) => EmittedFile;
  /** `part` tells the files of one channel from each other. */
  readonly channelFile: (part: string, channel: ChannelPlan, make: Make) => EmittedFile;
  /** Forgets what this run had no use for. */
  readonly forgetOthers: () => void;
}

/** For a run that stands alone: everything is made. */
export const noFileMemory: FileMemory = {
  knowsType: () => false,
  typeFile: (_type, make) => make(),
  channelFile: (_part, _channel, make) => make(),
  forgetOthers: () => undefined,
};

/** `shared` is plain data that every file of the run is made of too. */
export function createFileMemory(made: MadeFiles, plan: ContractPlan, shared: unknown): FileMemory {
  const sources = createFileSources(plan, shared);
  const used = new Set<FileSource>();
  const recall = (source: FileSource, make: Make): EmittedFile => {
    const file = made.get(source) ?? make();
    made.set(source, file);
    used.add(source);
    return file;
  };
  return {
    knowsType: (type) => made.has(sources.ofType(type)),
    typeFile: (type, make) => recall(sources.ofType(type), make),
    channelFile: (part, channel, make) => recall(`${part} ${sources.ofChannel(channel)}`, make),
    forgetOthers: () => {
      for (const source of made.keys()) if (!used.has(source)) made.delete(source);
    },
  };
}
