// The types that a contract asks for by itself: payloads, attributes, members.
import type { MessageModel } from "../model/contract-model.ts";
import { camelName } from "./names.ts";
import type { ChannelDraft } from "./plan-channels.ts";
import type { MessageNames } from "./plan-messages.ts";
import type { TypeDraft, TypeDraftInput } from "./plan-type.ts";

export interface MessageDraft {
  /** Key of `MessageNames`. */
  readonly id: string;
  readonly message: MessageModel;
  readonly payload: TypeDraft;
  readonly extensions?: TypeDraft;
}

type Draft = (input: TypeDraftInput) => TypeDraft;

export function draftMessages(names: MessageNames, draft: Draft): readonly MessageDraft[] {
  return [...names].map(([id, { model: message, typeName, camel, file }]) => {
    const role = `Judges the payload of \`${message.name}\`.`;
    const payload = draft({ typeName, camel, file, schema: message.payload, role });
    const headers = message.envelope?.extensions;
    if (headers === undefined) return { id, message, payload };
    const extensions = draft({
      typeName: `${typeName}Attributes`,
      camel: `${camel}Attributes`,
      file: `${file}-attributes`,
      schema: headers,
      role: `Judges the attributes of \`${message.name}\` beside CloudEvents' own.`,
    });
    return { id, message, payload, extensions };
  });
}

/** By the channel's name in Pascal case. */
export function draftMembers(
  channels: readonly ChannelDraft[],
  draft: Draft,
): ReadonlyMap<string, TypeDraft> {
  const members = new Map<string, TypeDraft>();
  for (const { model, pascal, file } of channels) {
    if (model.member === undefined) continue;
    const member = draft({
      typeName: `${pascal}Member`,
      camel: `${camelName(model.key)}Member`,
      file: `members/${file}`,
      schema: model.member,
      role: `Judges the \`user_info\` of a member of \`${model.address}\`.`,
    });
    members.set(pascal, member);
  }
  return members;
}
