// What must be sent fits what Pusher carries.
import { payloadLimitBytes, presenceUserInfoLimitBytes } from "@lockstep/runtime";
import type { Diagnostic } from "../diagnostic.ts";
import { createSizeEstimates } from "../json-schema/estimate-size.ts";
import type { ContractModel, MessageModel, SchemaModel } from "../model/contract-model.ts";
import { diagnose, type Rule } from "./rule.ts";

/**
 * Reports payloads and members that cannot fit even at their smallest, and warns of those that at their largest do not,
 * where their schema bounds them at all.
 *
 * @see https://pusher.com/docs/channels/server_api/http-api/#post-event-trigger-an-event
 */
export const payloadSize: Rule = (model) => {
  const estimates = createSizeEstimates(model.schemas);
  const messages = new Map<string, MessageModel>();
  for (const { messages: own } of model.channels) for (const one of own) messages.set(one.id, one);
  const judge = (schema: SchemaModel, kind: Kind): Diagnostic[] => {
    const { smallest, largest } = estimates(schema.schema);
    const isTooLarge = smallest > kind.limitBytes;
    if (!isTooLarge && (largest <= kind.limitBytes || !Number.isFinite(largest))) return [];
    const extent = isTooLarge ? `at least ${smallest}` : `up to ${largest}`;
    const message = `${kind.subject} has ${extent} bytes, and Pusher takes ${kind.limitBytes}; ${isTooLarge ? "ask for less" : "bound it more tightly"}`;
    const severity = isTooLarge ? "error" : "warning";
    return [diagnose(schema.origin, { severity, code: kind.code, message })];
  };
  return [
    ...[...messages.values()].flatMap(({ key, payload }) =>
      judge(payload, {
        subject: `message "${key}": its payload`,
        code: "payload-size",
        limitBytes: payloadLimitBytes,
      }),
    ),
    ...membersOf(model).flatMap(({ key, member }) =>
      judge(member, {
        subject: `channel "${key}": the user_info of a member`,
        code: "presence-member-size",
        limitBytes: presenceUserInfoLimitBytes,
      }),
    ),
  ];
};

interface Kind {
  readonly subject: string;
  readonly code: string;
  readonly limitBytes: number;
}

function membersOf({
  channels,
}: ContractModel): { readonly key: string; readonly member: SchemaModel }[] {
  return channels.flatMap(({ key, member }) => (member ? [{ key, member }] : []));
}
