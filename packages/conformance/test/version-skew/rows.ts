// Changes of a contract, by the rule that judges them: those that break nobody, and some that do.
import type { diffRules } from "@lockstep/codegen";
import { type Change, cork, enveloped, placed } from "./contract.ts";
import type { Place, Send } from "./meet.ts";

export type DiffRuleId = keyof typeof diffRules;

export interface Row {
  /** Rule of the diff; none where it finds nothing. */
  readonly rule: DiffRuleId | undefined;
  /** What is special about it here. */
  readonly detail?: string;
  /** What the older version has besides; the newer one keeps it. */
  readonly before?: Change;
  readonly change: Change;
  /** @default what the contract begins with */
  readonly olderSends?: readonly Send[];
  /** @default what the older one sends */
  readonly newerSends?: readonly Send[];
  /** Where the subscribers listen. @default the shop in Cork */
  readonly places?: readonly Place[];
}

const refund: Send = { ...cork, event: "refunded", payload: 7 };
const sunset = { "x-deprecated": { since: "2.0.0", sunset: "2098-01-31" } };
const people = ["guest", "staff"].map((name) => ({
  type: "object",
  required: [name],
  properties: { [name]: { type: "integer" } },
}));
const source = { region: { type: "string" } };

/** Every rule by which neither side breaks on the wire. */
export const harmless: readonly Row[] = [
  {
    rule: "channel-added",
    change: ({ channels }) => {
      channels.stock = { address: "stock", messages: { low: { payload: { type: "integer" } } } };
    },
    newerSends: [placed({}), { channel: "stock", parameters: {}, event: "low", payload: 3 }],
    places: [cork, { channel: "stock", parameters: {} }],
  },
  {
    rule: "channel-deprecated",
    change: ({ channels }) => void Object.assign(channels.orders, sunset),
  },
  {
    rule: "channel-undeprecated",
    before: ({ channels }) => void Object.assign(channels.orders, sunset),
    change: ({ channels }) => void delete channels.orders["x-deprecated"],
  },
  {
    rule: "channel-sunset-moved-earlier",
    before: ({ channels }) => void Object.assign(channels.orders, sunset),
    change: ({ channels }) => {
      channels.orders["x-deprecated"] = { since: "2.0.0", sunset: "2097-01-31" };
    },
  },
  {
    rule: "channel-parameter-constraint-loosened",
    before: ({ channels }) => {
      channels.orders.parameters.shop = { "x-schema": { type: "string", maxLength: 5 } };
    },
    change: ({ channels }) => {
      channels.orders.parameters.shop = { "x-schema": { type: "string", maxLength: 9 } };
    },
    newerSends: [placed({}), { ...placed({ id: 2 }), parameters: { shop: "tipperary" } }],
  },
  {
    rule: "channel-parameter-enum-value-added",
    change: ({ channels }) => {
      channels.orders.parameters.shop = { enum: ["cork", "kerry", "galway"] };
    },
    newerSends: [placed({}), { ...placed({ id: 2 }), parameters: { shop: "galway" } }],
  },
  {
    rule: "channel-parameter-enum-removed",
    change: ({ channels }) => {
      channels.orders.parameters.shop = {};
    },
    newerSends: [placed({}), { ...placed({ id: 2 }), parameters: { shop: "anywhere" } }],
  },
  {
    rule: "channel-parameter-default-added",
    change: ({ channels }) => {
      channels.orders.parameters.shop = { enum: ["cork", "kerry"], default: "cork" };
    },
  },
  {
    rule: "event-added",
    change: ({ channels }) => {
      channels.orders.messages.refunded = { payload: { type: "integer" } };
    },
    newerSends: [placed({}), refund, placed({ id: 2 })],
  },
  {
    rule: "event-deprecated",
    change: ({ channels }) => void Object.assign(channels.orders.messages.placed, sunset),
  },
  {
    rule: "event-undeprecated",
    before: ({ channels }) => void Object.assign(channels.orders.messages.placed, sunset),
    change: ({ channels }) => void delete channels.orders.messages.placed["x-deprecated"],
  },
  {
    rule: "event-sunset-moved-earlier",
    before: ({ channels }) => void Object.assign(channels.orders.messages.placed, sunset),
    change: ({ channels }) => {
      channels.orders.messages.placed["x-deprecated"] = { since: "2.0.0", sunset: "2097-01-31" };
    },
  },
  {
    rule: "operation-added",
    before: (contract) => {
      contract.operations = {
        sendOrders: { action: "send", channel: { $ref: "#/channels/orders" } },
      };
    },
    change: (contract) => {
      contract.operations = {
        sendOrders: { action: "send", channel: { $ref: "#/channels/orders" } },
        receiveOrders: { action: "receive", channel: { $ref: "#/channels/orders" } },
      };
    },
  },
  {
    rule: "payload-property-added-optional",
    change: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.total = { type: "number" };
    },
    newerSends: [placed({ total: 12.5 }), placed({})],
  },
  {
    rule: "payload-property-added-to-closed",
    before: ({ channels }) => {
      channels.orders.messages.placed.payload.additionalProperties = false;
    },
    change: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.total = { type: "number" };
    },
    newerSends: [placed({ total: 12.5 }), placed({})],
  },
  {
    rule: "payload-property-added-to-closed",
    detail: "inside an arm of a union",
    before: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.by = {
        oneOf: [
          closed({ guest: { type: "integer" } }, "guest"),
          closed({ staff: { type: "integer" } }, "staff"),
        ],
      };
    },
    change: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.by = {
        oneOf: [
          closed({ guest: { type: "integer" }, room: { type: "integer" } }, "guest"),
          closed({ staff: { type: "integer" } }, "staff"),
        ],
      };
    },
    olderSends: [placed({ by: { guest: 1 } }), placed({ by: { staff: 2 } })],
    newerSends: [placed({ by: { guest: 1, room: 101 } }), placed({ by: { staff: 2 } })],
  },
  {
    rule: "payload-property-deprecated",
    change: ({ channels }) => {
      Object.assign(channels.orders.messages.placed.payload.properties.note ?? {}, sunset);
    },
    olderSends: [placed({ note: "quickly" })],
  },
  {
    rule: "payload-property-undeprecated",
    before: ({ channels }) => {
      Object.assign(channels.orders.messages.placed.payload.properties.note ?? {}, sunset);
    },
    change: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.note = { type: "string" };
    },
    olderSends: [placed({ note: "quickly" })],
  },
  {
    rule: "payload-property-sunset-moved-earlier",
    before: ({ channels }) => {
      Object.assign(channels.orders.messages.placed.payload.properties.note ?? {}, sunset);
    },
    change: ({ channels }) => {
      const moved = { "x-deprecated": { since: "2.0.0", sunset: "2097-01-31" } };
      Object.assign(channels.orders.messages.placed.payload.properties.note ?? {}, moved);
    },
    olderSends: [placed({ note: "quickly" })],
  },
  {
    rule: "payload-open-enum-value-added",
    change: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.state = {
        anyOf: [{ enum: ["new", "paid", "sent"] }, { type: "string" }],
      };
    },
    olderSends: [placed({ state: "paid" })],
    newerSends: [placed({ state: "sent" }), placed({ state: "new" })],
  },
  {
    rule: "payload-default-added",
    change: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.note = { type: "string", default: "-" };
    },
  },
  {
    rule: "payload-default-changed",
    before: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.note = { type: "string", default: "-" };
    },
    change: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.note = { type: "string", default: "none" };
    },
  },
  {
    rule: "payload-default-removed",
    before: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.note = { type: "string", default: "-" };
    },
    change: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.note = { type: "string" };
    },
  },
  {
    rule: "payload-additional-properties-opened",
    before: ({ channels }) => {
      channels.orders.messages.placed.payload.additionalProperties = false;
    },
    change: ({ channels }) => {
      channels.orders.messages.placed.payload.additionalProperties = true;
    },
    newerSends: [placed({ anything: [1] })],
  },
  {
    rule: "payload-additional-properties-closed",
    change: ({ channels }) => {
      channels.orders.messages.placed.payload.additionalProperties = false;
    },
  },
  {
    rule: "payload-conditional-changed",
    detail: "members of a union need not exclude each other any more",
    before: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.by = { oneOf: people };
    },
    change: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.by = { anyOf: people };
    },
    olderSends: [placed({ by: { guest: 1 } })],
    newerSends: [placed({ by: { guest: 1, staff: 2 } })],
  },
  {
    rule: "payload-property-added-optional",
    detail: "among the attributes of an envelope",
    before: enveloped({}),
    change: enveloped(source),
    newerSends: [placed({}, { region: "south" }), placed({ id: 2 }, {})],
  },
  {
    rule: "docs-changed",
    change: (contract) => {
      contract.info = { title: "Other words", version: "1.0.1", description: "More of them." };
      Object.assign(contract.channels.orders, { title: "Orders", description: "All of them." });
      Object.assign(contract.channels.orders.messages.placed, {
        summary: "An order.",
        examples: [{ payload: { id: 4 } }],
      });
    },
  },
  {
    rule: undefined,
    detail: "a schema is given a name, and an allOf is flattened",
    before: ({ channels }) => {
      const { payload } = channels.orders.messages.placed;
      const { required, ...rest } = payload;
      Object.assign(channels.orders.messages.placed, { payload: { allOf: [rest, { required }] } });
    },
    change: (contract) => {
      const { placed: message } = contract.channels.orders.messages;
      const [rest, other] = message.payload.allOf as [object, object];
      contract.components = { schemas: { order: { ...rest, ...other } } };
      Object.assign(message, { payload: { $ref: "#/components/schemas/order" } });
    },
  },
  {
    rule: undefined,
    detail: "3.0 becomes 3.1",
    change: (contract) => {
      contract.asyncapi = "3.1.0";
    },
  },
];

/** Which way a break is felt: with the newer version on the side that is named. */
export interface BreakingRow extends Row {
  readonly newer: "publisher" | "subscriber";
  /** `stage event` of what is told; nothing where the loss is silent. */
  readonly told: readonly string[];
}

/** Controls: a harness that lets these pass proves nothing. */
export const breaking: readonly BreakingRow[] = [
  {
    rule: "event-renamed",
    change: ({ channels }) => {
      channels.orders.messages.placed.name = "order-placed";
    },
    newer: "publisher",
    told: ["unknown-event order-placed"],
  },
  {
    rule: "payload-property-added-required",
    change: ({ channels }) => {
      const { payload } = channels.orders.messages.placed;
      payload.required = ["id", "total"];
      payload.properties.total = { type: "number" };
    },
    newer: "subscriber",
    told: ["validate placed", "validate placed"],
  },
  {
    rule: "payload-type-changed",
    change: ({ channels }) => {
      channels.orders.messages.placed.payload.properties.id = { type: "string" };
    },
    newerSends: [placed({ id: "1" })],
    newer: "publisher",
    told: ["validate placed", "validate placed"],
  },
  {
    rule: "channel-address-changed",
    change: ({ channels }) => {
      channels.orders.address = "shop-orders-{shop}";
    },
    newer: "publisher",
    told: [],
  },
];

function closed(properties: object, ...required: readonly string[]): object {
  return { type: "object", additionalProperties: false, required, properties };
}
