// A contract with a channel of every kind, and the modules that would be generated of it.
import type { Channel, PresenceChannel, Schema } from "@lockstep/runtime";
import { createEventBuilders } from "@lockstep/runtime/publish";
import {
  createSubscriber,
  type Subscriber,
  subscribe,
  subscribeToPresence,
  subscribeWithClientEvents,
} from "@lockstep/runtime/subscribe";
import * as z from "zod/mini";

/** The document, as YAML. */
export const everyKind = `
asyncapi: 3.0.0
info: { title: Every kind, version: 1.0.0 }
channels:
  vault:
    address: private-encrypted-vault-{vaultId}
    parameters:
      vaultId: { x-schema: { type: integer, minimum: 5 } }
    messages:
      opened: { $ref: '#/components/messages/opened' }
  news:
    address: cache-news
    messages:
      opened: { $ref: '#/components/messages/opened' }
  desk:
    address: private-desk
    messages:
      nudged:
        name: client-nudged
        payload: { $ref: '#/components/schemas/opened' }
  room:
    address: presence-room-{roomId}
    parameters: { roomId: {} }
    x-presence-member:
      type: object
      required: [name]
      properties: { name: { type: string, minLength: 1 } }
    messages:
      told:
        name: told
        headers:
          type: object
          required: [specversion, id, source, type, tenant]
          properties:
            specversion: { const: '1.0' }
            id: { type: string, minLength: 1 }
            source: { type: string, format: uri-reference, minLength: 1 }
            type: { const: room.told }
            tenant: { type: string, minLength: 1 }
        payload: { $ref: '#/components/schemas/opened' }
components:
  messages:
    opened:
      name: opened
      payload: { $ref: '#/components/schemas/opened' }
      examples: [{ payload: { by: Aoife, at: 1 } }]
  schemas:
    opened:
      type: object
      required: [by, at]
      properties:
        by: { type: string, minLength: 1, maxLength: 40 }
        at: { type: integer, minimum: 0 }
`;

interface Opened {
  readonly by: string;
  readonly at: number;
}
const characters = (least: number, most: number) =>
  z.refine<string>((text) => [...text].length >= least && [...text].length <= most);
const opened: Schema<Opened> = z.object({
  by: z.string().check(characters(1, 40)),
  at: z.int().check(z.gte(0)),
});
const vault: Channel<{ vaultId: number }, { opened: Opened }> = {
  key: "vault",
  address: "private-encrypted-vault-{vaultId}",
  parameters: { vaultId: { type: "integer", minimum: 5 } },
  events: { opened: { name: "opened", schema: opened } },
};
const news: Channel<object, { opened: Opened }> = {
  key: "news",
  address: "cache-news",
  parameters: {},
  events: { opened: { name: "opened", schema: opened } },
};
const desk: Channel<object, { nudged: Opened }> = {
  key: "desk",
  address: "private-desk",
  parameters: {},
  events: { nudged: { name: "client-nudged", schema: opened } },
};
const tenant: Schema<object> = z.object({ tenant: z.string().check(z.minLength(1)) });
const room: PresenceChannel<{ roomId: string }, { told: Opened }, { name: string }> = {
  key: "room",
  address: "presence-room-{roomId}",
  parameters: { roomId: { type: "string" } },
  events: {
    told: { name: "told", schema: opened, envelope: { type: "room.told", extensions: tenant } },
  },
  member: z.object({ name: z.string().check(z.minLength(1)) }),
};

type AnyChannel = Channel<object, Readonly<Record<string, unknown>>>;

const buildersOf = (channel: unknown) => (parameters: object) =>
  createEventBuilders(channel as AnyChannel, parameters);

/** As `import * as publishers` gives them. */
export const publishers: Readonly<Record<string, unknown>> = {
  vault: buildersOf(vault),
  news: buildersOf(news),
  desk: buildersOf(desk),
  room: buildersOf(room),
};

const subscribeTo =
  (join: unknown, channel: unknown) =>
  (subscriber: Subscriber, parameters: object, handlers: object, options: object) =>
    (join as typeof subscribe)(subscriber, channel as AnyChannel, {
      ...options,
      parameters,
      handlers,
    });

/** As `import * as subscribers` gives them. */
export const subscribers: Readonly<Record<string, unknown>> = {
  createSubscriber,
  subscribeToVault: subscribeTo(subscribe, vault),
  subscribeToNews: subscribeTo(subscribe, news),
  subscribeToDesk: subscribeTo(subscribeWithClientEvents, desk),
  subscribeToRoom: subscribeTo(subscribeToPresence, room),
};
