// Contracts of other kinds than most, for edits to get at.

/** AsyncAPI 2: addresses are keys, and messages belong to operations. Data of each file by path, the root's first. */
export const versionTwo: Readonly<Record<string, unknown>> = {
  "asyncapi.yaml": {
    asyncapi: "2.6.0",
    info: { title: "Lights", version: "1.0.0" },
    channels: {
      "light-{id}": {
        description: "One lamp.",
        parameters: { id: { description: "Its number.", schema: { type: "integer" } } },
        publish: { message: { $ref: "#/components/messages/switched" } },
        subscribe: {
          message: {
            oneOf: [
              { $ref: "#/components/messages/switched" },
              {
                name: "dimmed",
                payload: {
                  type: "object",
                  properties: { to: { $ref: "#/components/schemas/level" } },
                },
              },
            ],
          },
        },
      },
      rooms: { subscribe: { message: { $ref: "parts.yaml#/opened" } } },
    },
    components: {
      messages: { switched: { summary: "It is on or off.", payload: { type: "boolean" } } },
      schemas: { level: { type: "integer", minimum: 0, maximum: 100 } },
    },
  },
  "parts.yaml": {
    opened: { name: "opened", payload: { $ref: "#/room" } },
    room: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
  },
};

const sharedUrl = "https://schemas.example/shared.yaml";

/** Files that stand for URLs, by these. */
export const standIns: Readonly<Record<string, string>> = { [sharedUrl]: "remote/shared.yaml" };

/** Refers to a URL that a file stands for. */
export const withStandIn: Readonly<Record<string, unknown>> = {
  "asyncapi.yaml": {
    asyncapi: "3.0.0",
    info: { title: "Shop", version: "1.0.0" },
    channels: {
      orders: {
        address: "orders",
        messages: {
          placed: {
            payload: { type: "object", properties: { total: { $ref: `${sharedUrl}#/money` } } },
          },
          paid: { $ref: `${sharedUrl}#/paid` },
        },
      },
    },
  },
  "remote/shared.yaml": {
    money: { type: "number", minimum: 0, description: "In euros." },
    paid: { summary: "It is paid.", payload: { $ref: "#/money" } },
  },
};
