// What the files of a type and of a channel are made of, as keys under which they are kept.
import { createHash } from "node:crypto";
import type { MessageModel } from "../model/contract-model.ts";
import { referencesOf } from "../plan/cycles.ts";
import type { ChannelPlan, ContractPlan, TypePlan } from "../plan/plan.ts";

/** Text that is the same for two files only where the files are the same. */
export type FileSource = string;

export interface FileSources {
  /** The type itself, and every component that it leads to. */
  readonly ofType: (type: TypePlan) => FileSource;
  /** The channel, and the types of its events. */
  readonly ofChannel: (channel: ChannelPlan) => FileSource;
}

/** `shared` is what every file of a run is made of. */
export function createFileSources({ components }: ContractPlan, shared: unknown): FileSources {
  const own = once((type: TypePlan) => digestOf(shared, dataOf(type)));
  const next = once((id: string) => {
    const component = components.get(id);
    return component === undefined ? [] : [...new Set(referencesOf(component.shape))];
  });
  const behind = once((id: string) =>
    digestOf(
      closure(id, next).map((each) => {
        const component = components.get(each);
        return component && own(component);
      }),
    ),
  );
  return {
    ofType: once((type) => digestOf(own(type), referencesOf(type.shape).map(behind))),
    ofChannel: once(({ events, model, ...channel }) =>
      digestOf(
        shared,
        channel,
        { ...model, messages: undefined },
        events.map(({ message, model: named, ...event }) => [event, spoken(named), own(message)]),
      ),
    ),
  };
}

/** Of plain data; an origin says as JSON where it is, without the line. */
function digestOf(...parts: readonly unknown[]): FileSource {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64");
}

function dataOf(type: TypePlan): unknown {
  return {
    ...type,
    ...("cycle" in type && { cycle: [...(type.cycle as ReadonlySet<string>)] }),
    ...("model" in type && { model: spoken(type.model as MessageModel) }),
  };
}

/** A message without what no file shows: its payload is in the plan as a shape. */
function spoken(model: MessageModel): unknown {
  return { ...model, payload: undefined, examples: undefined };
}

/** Everything that is reached, the first included, in the order of the way. */
function closure(first: string, next: (id: string) => readonly string[]): readonly string[] {
  const found = new Set([first]);
  for (const id of found) for (const other of next(id)) found.add(other);
  return [...found];
}

/** The same function, which answers again what it has answered. */
function once<Input, Output>(ask: (input: Input) => Output): (input: Input) => Output {
  const answers = new Map<Input, Output>();
  return (input) => {
    const known = answers.get(input);
    if (known !== undefined) return known;
    const answer = ask(input);
    answers.set(input, answer);
    return answer;
  };
}
