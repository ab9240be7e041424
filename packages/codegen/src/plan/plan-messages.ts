// Names of the messages' types, and who shares one.
import type { Diagnostic } from "../diagnostic.ts";
import type { ChannelModel, MessageModel } from "../model/contract-model.ts";
import { nameProblem } from "./judge-key.ts";
import { camelName, kebabName, pascalName, takeName } from "./names.ts";

/** A message under one key, with the name of its type. */
export interface NamedMessage {
  readonly model: MessageModel;
  readonly typeName: string;
  /** What its schema's name begins with. */
  readonly camel: string;
  readonly file: string;
}

/** Finds the type of a message of a channel. */
export type MessageNames = ReadonlyMap<string, NamedMessage>;

/** Key of `MessageNames`. */
export function messageId(message: MessageModel): string {
  return `${message.key}\n${message.id}`;
}

/**
 * A message is named after its key. Where channels use one key for messages that are not the same, each of these has
 * the key of its channel in front: of the first channel by key, preferably one that is not deprecated.
 */
export function nameMessages(
  channels: readonly ChannelModel[],
  diagnostics: Diagnostic[],
): MessageNames {
  const found = collectUses(channels);
  const uses = countKeys(found);
  const files = new Set<string>();
  const types = new Map<string, MessageModel>();
  const named = new Map<string, NamedMessage>();
  for (const [id, { model, channel }] of found) {
    const problem = nameProblem(model.key);
    if (problem !== undefined) {
      diagnostics.push({
        severity: "error",
        code: "unusable-key",
        message: `message "${model.key}": ${problem}`,
        ...model.origin,
      });
      continue;
    }
    const shared = (uses.get(pascalName(model.key)) ?? 0) > 1;
    const key = shared ? `${channel.key}-${model.key}` : model.key;
    const front = shared ? channel.key : "";
    const typeName = pascalName(front) + pascalName(model.key);
    const camel = shared ? camelName(front) + pascalName(model.key) : camelName(model.key);
    const other = types.get(typeName.toLowerCase());
    if (other !== undefined) {
      diagnostics.push({
        severity: "error",
        code: "name-clash",
        message: `message "${model.key}": its type would be named ${typeName}, as that of message "${other.key}" (${other.id}); choose another key`,
        ...model.origin,
      });
      continue;
    }
    types.set(typeName.toLowerCase(), model);
    const file = `messages/${takeName(files, kebabName(key), "-")}`;
    named.set(id, { model, typeName, camel, file });
  }
  return named;
}

function countKeys(found: ReadonlyMap<string, Use>): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { model } of found.values()) {
    const name = pascalName(model.key);
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return uses;
}

interface Use {
  readonly model: MessageModel;
  readonly channel: ChannelModel;
}

/** Each message once, by key, with the channel that names it. */
function collectUses(channels: readonly ChannelModel[]): ReadonlyMap<string, Use> {
  const order = [...channels].sort(
    (one, two) =>
      Number(one.deprecated !== undefined) - Number(two.deprecated !== undefined) ||
      (one.key < two.key ? -1 : 1),
  );
  const uses = new Map<string, Use>();
  for (const channel of order) {
    for (const model of channel.messages) {
      const id = messageId(model);
      if (!uses.has(id)) uses.set(id, { model, channel });
    }
  }
  return new Map([...uses].sort(([one], [two]) => (one < two ? -1 : 1)));
}
