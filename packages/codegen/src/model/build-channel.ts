// Channel Object → ChannelModel.

import { channelKindOf } from "@lockstep/runtime";
import { childOf, type Part, referenceChain } from "../load/resolve-place.ts";
import { quote } from "../quote.ts";
import { buildMessage } from "./build-message.ts";
import { buildParameter } from "./build-parameter.ts";
import { buildSchema } from "./build-schema.ts";
import { checkExtensions } from "./check-extensions.ts";
import { checkReference } from "./check-reference.ts";
import type { ChannelModel, MessageModel, SchemaModel } from "./contract-model.ts";
import { describe } from "./describe.ts";
import { keepPart } from "./keep-part.ts";
import {
  childBehind,
  follow,
  idOf,
  isObject,
  type ModelContext,
  originOf,
  report,
  textAt,
} from "./model-context.ts";
import { namedEntriesOf } from "./named-entries.ts";
import { readDeprecation } from "./read-deprecation.ts";
import { buildOperation, type OperationSource } from "./read-operations.ts";
import { readWords } from "./read-words.ts";

/**
 * Builds a channel; `undefined` where it has no address, which is reported.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#channelObject
 */
export function buildChannel(
  context: ModelContext,
  key: string,
  { written, operations = [] }: WrittenChannel,
): ChannelModel | undefined {
  const part = follow(context, written);
  if (part === undefined || !isObject(part.value)) return undefined;
  const address = readAddress(context, key, part);
  if (address === undefined) return undefined;
  const messages = namedEntriesOf(context, childBehind(context, part, "messages"));
  const ids = new Set(referenceChain(context.document.sources, written).map(idOf));
  const own = operations.filter(({ channel }) => channel.some((id) => ids.has(id)));
  return assembleChannel(context, { key, address, written, part, messages, operations: own });
}

/** A channel as the document names it, with the operations of the whole document. */
export interface WrittenChannel {
  readonly written: Part;
  readonly operations?: readonly OperationSource[];
}

/** What every version of AsyncAPI says about a channel, wherever it says it. */
export interface ChannelSource {
  readonly key: string;
  readonly address: string;
  /** The channel as the document names it. */
  readonly written: Part;
  /** The same, behind its `$ref`s. */
  readonly part: Part;
  /** Sorted by key, each as it is written. */
  readonly messages: readonly (readonly [key: string, message: Part])[];
  /** Those of this channel alone, sorted by key. */
  readonly operations: readonly OperationSource[];
}

export function assembleChannel(
  context: ModelContext,
  { key, address, written, part, messages, operations }: ChannelSource,
): ChannelModel {
  const kind = channelKindOf(address);
  const description = describe((word) => textAt(part, word));
  const places = referenceChain(context.document.sources, written);
  for (const place of places.slice(0, -1)) {
    checkExtensions(context, place, ["x-deprecated"]);
    checkReference(context, place);
  }
  checkExtensions(context, part, ["x-deprecated", "x-presence-member"]);
  const deprecated = readDeprecation(context, places);
  const words = readWords((word) => childOf(part, word)?.value);
  const member = buildMember(context, part, { key, isPresence: kind.startsWith("presence") });
  const declared = namedEntriesOf(context, childBehind(context, part, "parameters"));
  const parameters = declared.flatMap(
    ([name, child]) => buildParameter(context, name, child) ?? [],
  );
  if (parameters.length < declared.length) context.incomplete.add(key);
  const built = messages.flatMap(
    ([messageKey, child]) => keepMessage(context, messageKey, child) ?? [],
  );
  return {
    key,
    address,
    kind,
    ...(description !== undefined && { description }),
    ...(deprecated && { deprecated }),
    parameters,
    messages: built,
    ...(operations.length > 0 && {
      operations: operations.map((one) => buildOperation(one, built)),
    }),
    ...(words && { words }),
    ...(member && { member }),
    origin: originOf(context, part),
  };
}

function keepMessage(context: ModelContext, key: string, written: Part): MessageModel | undefined {
  const name = `message ${key} ${idOf(written)}`;
  return keepPart(context, name, written, (own) => buildMessage(own, key, written));
}

function readAddress(context: ModelContext, key: string, part: Part): string | undefined {
  const address = childOf(part, "address");
  if (typeof address?.value === "string" && address.value !== "") return address.value;
  if (!context.isPusher) return key;
  const problem =
    address === undefined ? "has no address" : `has the address ${quote(address.value)}`;
  const message = `channel "${key}": ${problem}; write the name of the channel, such as "private-user-{userId}"`;
  report(context, address ?? part, { code: "address-missing", message });
  return undefined;
}

function buildMember(
  context: ModelContext,
  part: Part,
  { key, isPresence }: { readonly key: string; readonly isPresence: boolean },
): SchemaModel | undefined {
  const member = childOf(part, "x-presence-member");
  if (member === undefined) return undefined;
  if (isPresence) return buildSchema(context, member);
  const message = `channel "${key}": "x-presence-member" describes members, and only presence channels have them; remove it, or begin the address with "presence-"`;
  report(context, member, { code: "presence-member-misplaced", message });
  return undefined;
}
