// Hand-made contracts for tests.
import { channelKindOf, parseAddress } from "@lockstep/runtime";
import type {
  ChannelModel,
  ContractModel,
  JsonSchema,
  MessageModel,
  Origin,
  SchemaModel,
} from "../model/contract-model.ts";

export interface MessageInput {
  readonly payload?: JsonSchema;
  /** Where the message is defined; by default in its channel. */
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  readonly deprecated?: MessageModel["deprecated"];
  readonly envelope?: { readonly type: string; readonly extensions?: JsonSchema };
}

export interface ChannelInput {
  readonly address?: string;
  readonly description?: string;
  readonly deprecated?: ChannelModel["deprecated"];
  readonly member?: JsonSchema;
  readonly messages?: Readonly<Record<string, MessageInput>>;
}

export interface ContractInput {
  readonly channels?: Readonly<Record<string, ChannelInput>>;
  /** By pointer in `contract.yaml`, or by `file#pointer`. */
  readonly schemas?: Readonly<Record<string, JsonSchema>>;
}

export function originOf(pointer: string, file = "contract.yaml"): Origin {
  return { file, pointer, line: 1, column: 1 };
}

export function contractOf({ channels = {}, schemas = {} }: ContractInput): ContractModel {
  return {
    title: "Test",
    version: "1.0.0",
    file: "contract.yaml",
    files: ["contract.yaml"],
    channels: Object.entries(channels).map(([key, channel]) => channelOf(key, channel)),
    sunsets: [],
    schemas: new Map(Object.entries(schemas).map(([id, schema]) => [id, schemaOf(id, schema)])),
    digest: () => "",
    locate: (from, pointer) => ({ ...from, pointer: from.pointer + pointer }),
  };
}

function schemaOf(id: string, schema: JsonSchema): SchemaModel {
  const [file = "", pointer = ""] = id.split("#");
  return { id, schema, origin: originOf(pointer, file === "" ? undefined : file) };
}

function channelOf(key: string, input: ChannelInput): ChannelModel {
  const { address = `channel-${key}`, description, deprecated, member, messages = {} } = input;
  const origin = originOf(`/channels/${key}`);
  return {
    key,
    address,
    kind: channelKindOf(address),
    ...(description === undefined ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(member === undefined ? {} : { member: schemaOf(`${origin.pointer}/member`, member) }),
    parameters: parseAddress(address).flatMap((segment) =>
      typeof segment === "string" || !("parameter" in segment)
        ? []
        : [{ name: String(segment.parameter), constraint: { type: "string" as const }, origin }],
    ),
    messages: Object.entries(messages).map(([name, message]) => messageOf(key, name, message)),
    origin,
  };
}

function messageOf(channel: string, key: string, input: MessageInput): MessageModel {
  const { payload = { type: "object" }, id, name = key, description, deprecated, envelope } = input;
  const pointer = `/channels/${channel}/messages/${key}`;
  return {
    id: id ?? `contract.yaml#${pointer}`,
    key,
    name,
    ...(description === undefined ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated }),
    payload: schemaOf(`#${pointer}/payload`, payload),
    ...(envelope && {
      envelope: {
        type: envelope.type,
        ...(envelope.extensions !== undefined && {
          extensions: schemaOf(`#${pointer}/headers`, envelope.extensions),
        }),
      },
    }),
    examples: [],
    origin: originOf(pointer),
  };
}
