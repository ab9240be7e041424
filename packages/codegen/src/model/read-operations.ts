// Operation Object → OperationModel, each with its channel.
import { childOf, type Part, referenceChain } from "../load/resolve-place.ts";
import type { MessageModel, OperationModel } from "./contract-model.ts";
import {
  childBehind,
  follow,
  idOf,
  isObject,
  type ModelContext,
  originOf,
} from "./model-context.ts";
import { namedEntriesOf } from "./named-entries.ts";

/** An operation before the messages of its channel are known. */
export interface OperationSource {
  readonly key: string;
  readonly action: OperationModel["action"];
  /** Ids of the channel: each place that the reference passes. */
  readonly channel: readonly string[];
  /** Ids of the messages that it names; absent where it takes all of the channel. */
  readonly messages?: readonly string[];
  readonly origin: OperationModel["origin"];
}

/**
 * Reads the operations of a document, sorted by key; what the specification does not allow in one is validation's to say.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#operationObject
 */
export function readOperations(context: ModelContext, root: Part): OperationSource[] {
  const { sources } = context.document;
  return namedEntriesOf(context, childBehind(context, root, "operations")).flatMap(
    ([key, written]): OperationSource[] => {
      const part = follow(context, written);
      const channel = part && childOf(part, "channel");
      const action = part && childOf(part, "action")?.value;
      if (part === undefined || !isObject(part.value) || channel === undefined) return [];
      if (action !== "send" && action !== "receive") return [];
      const messages = readMessages(context, childOf(part, "messages"));
      return [
        {
          key,
          action,
          channel: referenceChain(sources, channel).map(idOf),
          ...(messages && { messages }),
          origin: originOf(context, part),
        },
      ];
    },
  );
}

function readMessages(context: ModelContext, list: Part | undefined): string[] | undefined {
  if (list === undefined || !Array.isArray(list.value)) return undefined;
  return list.value.flatMap((_, index) => {
    const reference = childOf(list, String(index));
    const message = reference && follow(context, reference);
    return message ? [idOf(message)] : [];
  });
}

/** The operation with the messages that it takes, of those of its channel. */
export function buildOperation(
  { key, action, messages, origin }: OperationSource,
  all: readonly Pick<MessageModel, "id">[],
): OperationModel {
  const ids = all.map(({ id }) => id).filter((id) => messages?.includes(id) ?? true);
  return { key, action, messages: [...new Set(ids)].sort(), origin };
}
