// What generated code calls the parts of a channel, for tools that look them up in it.
import type { ChannelModel, MessageModel } from "./model/contract-model.ts";
import { camelName, pascalName, safeName } from "./plan/names.ts";

export interface GeneratedNames {
  /** Function of the publishers that answers the channel's builders. */
  readonly builders: string;
  /** Function of the subscribers. */
  readonly subscribe: string;
  /** Property of the builders, the handlers and the events. */
  readonly propertyOf: (message: Pick<MessageModel, "key">) => string;
}

export function generatedNames({ key }: Pick<ChannelModel, "key">): GeneratedNames {
  return {
    builders: safeName(camelName(key)),
    subscribe: `subscribeTo${pascalName(key)}`,
    propertyOf: (message) => camelName(message.key),
  };
}
