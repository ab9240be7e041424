// The operations of an AsyncAPI 2 channel, which stand in it.
import { childOf, type Part } from "../../load/resolve-place.ts";
import { checkOtherParts } from "../check-other-parts.ts";
import { follow, idOf, type ModelContext, originOf } from "../model-context.ts";
import type { OperationSource } from "../read-operations.ts";
import { alternativesOf } from "./message-entries.ts";

/** What is published to the application, it receives; what can be subscribed to, it sends. */
const actions = { publish: "receive", subscribe: "send" } as const;

/** @see https://www.asyncapi.com/docs/reference/specification/v2.6.0#operationObject */
export function readOperationsV2(context: ModelContext, channel: Part): OperationSource[] {
  return (["publish", "subscribe"] as const).flatMap((key): OperationSource[] => {
    const written = childOf(channel, key);
    if (written !== undefined) checkOtherParts(context, written);
    const part = written && follow(context, written);
    const message = part && childOf(part, "message");
    if (message === undefined) return [];
    const alternatives = alternativesOf(context, message, new Set());
    const messages = alternatives.flatMap((one) => follow(context, one) ?? []).map(idOf);
    const own = { key, action: actions[key], channel: [idOf(channel)], messages };
    return [{ ...own, origin: originOf(context, part ?? channel) }];
  });
}
