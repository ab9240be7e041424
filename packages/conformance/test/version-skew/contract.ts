// The contract that every pair of versions begins with, and how a version differs from it.
import type { Place, Send } from "./meet.ts";

type Json = Record<string, unknown>;

interface MessageDocument extends Json {
  payload: Json & { properties: Record<string, Json> };
}

interface ChannelDocument extends Json {
  address: string;
  parameters: Record<string, Json>;
  messages: { placed: MessageDocument } & Record<string, Json>;
}

export interface ContractDocument extends Json {
  channels: { orders: ChannelDocument } & Record<string, Json>;
}

/** Changes a version in place. */
export type Change = (contract: ContractDocument) => void;

export function versionOf(...changes: readonly Change[]): ContractDocument {
  const contract: ContractDocument = {
    asyncapi: "3.0.0",
    info: { title: "Skew", version: "1.0.0" },
    channels: {
      orders: {
        address: "orders-{shop}",
        parameters: { shop: { enum: ["cork", "kerry"] } },
        messages: {
          placed: {
            payload: {
              type: "object",
              required: ["id"],
              properties: {
                id: { type: "integer", minimum: 1 },
                note: { type: "string" },
                state: { anyOf: [{ enum: ["new", "paid"] }, { type: "string" }] },
              },
            },
          },
        },
      },
    },
  };
  for (const change of changes) change(contract);
  return contract;
}

export const cork: Place = { channel: "orders", parameters: { shop: "cork" } };

/** What both versions can send. */
export function placed(payload: object, attributes?: Readonly<Record<string, unknown>>): Send {
  const fields = { id: 1, ...payload };
  return { ...cork, event: "placed", payload: fields, ...(attributes && { attributes }) };
}

/** Declares the CloudEvents envelope of `placed`, with these attributes of its own. */
export function enveloped(own: Json, required: readonly string[] = []): Change {
  return ({ channels }) => {
    channels.orders.messages.placed.headers = {
      type: "object",
      required: ["specversion", "id", "source", "type", ...required],
      properties: {
        specversion: { type: "string", const: "1.0" },
        id: { type: "string", minLength: 1 },
        source: { type: "string", format: "uri-reference" },
        type: { type: "string", const: "placed" },
        ...own,
      },
    };
  };
}
