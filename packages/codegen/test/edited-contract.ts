// A contract of several files in which parts of every kind refer to each other, for edits to get at.

/** Data of each file by path, the root's first. */
export const severalFiles: Readonly<Record<string, unknown>> = {
  "asyncapi.yaml": {
    asyncapi: "3.0.0",
    info: { title: "Shop", version: "1.0.0" },
    defaultContentType: "application/json",
    channels: {
      orders: {
        address: "private-orders-{orderId}",
        description: "Orders of one customer.",
        parameters: {
          orderId: { $ref: "#/components/parameters/orderId" },
        },
        messages: {
          placed: { $ref: "#/components/messages/placed" },
          paid: { $ref: "parts/events.yaml#/paid" },
          cancelled: {
            "x-deprecated": { since: "1.0.0", sunset: "2099-01-31", use: "paid" },
            $ref: "#/components/messages/cancelled",
          },
        },
      },
      rooms: { $ref: "parts/events.yaml#/rooms" },
      oldRooms: {
        address: "old-rooms",
        "x-deprecated": { since: "1.0.0", use: "rooms" },
        messages: { opened: { $ref: "#/channels/rooms/messages/opened" } },
      },
    },
    operations: {
      sendOrders: { action: "send", channel: { $ref: "#/channels/orders" } },
      receiveRooms: {
        action: "receive",
        channel: { $ref: "#/channels/rooms" },
        messages: [{ $ref: "#/channels/rooms/messages/opened" }],
      },
    },
    components: {
      parameters: {
        orderId: {
          description: "Number of the order.",
          "x-schema": { type: "integer", minimum: 1 },
        },
      },
      messageTraits: {
        dated: { summary: "Something with a day.", "x-deprecatd": { since: "1.0.0" } },
      },
      messages: {
        cancelled: { payload: { $ref: "#/components/schemas/id" } },
        placed: {
          name: "order-placed",
          traits: [{ $ref: "#/components/messageTraits/dated" }],
          payload: {
            type: "object",
            required: ["id", "lines"],
            properties: {
              id: { $ref: "#/components/schemas/id" },
              lines: { type: "array", items: { $ref: "parts/schemas.yaml#/line" }, maxItems: 4 },
              total: { allOf: [{ $ref: "#/components/schemas/money" }, { minimum: 1 }] },
              note: { type: "string", maxLength: 200, deprecated: true },
            },
          },
          examples: [{ payload: { id: 1, lines: [] } }],
        },
      },
      schemas: {
        id: { type: "integer", description: "Number of the order.", minimum: 1 },
        money: { type: "number", minimum: 0, description: "In euros." },
        unused: {
          type: "object",
          requred: ["a"],
          properties: { a: { $ref: "#/components/schemas/id" } },
        },
      },
    },
  },
  "parts/events.yaml": {
    paid: {
      summary: "An order is paid.",
      payload: {
        oneOf: [{ $ref: "schemas.yaml#/card" }, { $ref: "schemas.yaml#/cash" }],
        discriminator: "kind",
      },
    },
    rooms: {
      address: "presence-rooms-{room}",
      parameters: { room: { enum: ["lounge", "pool"] } },
      "x-presence-member": { $ref: "schemas.yaml#/member" },
      messages: {
        opened: {
          headers: {
            type: "object",
            required: ["region"],
            properties: {
              specversion: { const: "1.0" },
              id: { type: "string" },
              source: { type: "string" },
              type: { const: "room.opened" },
              region: { $ref: "schemas.yaml#/region" },
            },
          },
          payload: { $ref: "schemas.yaml#/tree" },
        },
        "client-typing": { payload: true },
      },
    },
  },
  "parts/schemas.yaml": {
    line: {
      type: "object",
      required: ["price"],
      properties: {
        price: { $ref: "../asyncapi.yaml#/components/schemas/money" },
        text: { type: "string" },
      },
    },
    card: {
      type: "object",
      required: ["kind"],
      properties: { kind: { const: "card" }, holder: { $ref: "#/member" } },
    },
    cash: { type: "object", required: ["kind"], properties: { kind: { const: "cash" } } },
    member: { type: "object", properties: { name: { type: "string", maxLength: 40 } } },
    region: { type: "string", enum: ["north", "south"] },
    tree: {
      type: "object",
      description: "A room, and the rooms in it.",
      properties: {
        name: { type: "string" },
        inside: { type: "array", items: { $ref: "#/tree" } },
      },
    },
  },
};
