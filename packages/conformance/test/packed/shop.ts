// What a stranger writes against the contract that `lockstep init` gave them.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const shipped = '{ order_id: 1042, carrier: "An Post", shipped_at: "2026-11-21T09:31:07Z" }';

/** A backend in TypeScript, for Node. */
const backend = (events: string): string => `import Pusher from "pusher";
import { createChannelAuthorizer, createPublisher, order } from "${events}";

export function createBackend(options: Pusher.Options) {
  const pusher = new Pusher(options);
  const publisher = createPublisher(pusher);
  const authorizer = createChannelAuthorizer(
    { order: ({ orderId }, viewer: { readonly orders: readonly number[] }) => viewer.orders.includes(orderId) },
    pusher,
  );
  return {
    authorizer,
    ship: () => publisher.publish(order({ orderId: 1042 }).orderShipped(${shipped})),
    shipWrongly: () =>
      // @ts-expect-error the carrier is missing
      order({ orderId: 1042 }).orderShipped({ order_id: 1042, shipped_at: "2026-11-21T09:31:07Z" }),
  };
}
`;

/** A page in TypeScript, for a bundler. */
const page = (subscribers: string): string => `import Pusher from "pusher-js";
import { createSubscriber, subscribeToOrder } from "${subscribers}";

const subscriber = createSubscriber(new Pusher("key", { cluster: "eu" }));
subscribeToOrder(subscriber, { orderId: 1042 }, {
  orderShipped: (shipment) => {
    document.title = shipment.carrier;
    // @ts-expect-error there is no such field
    document.title = shipment.courier;
  },
});
`;

/** Both sides in one process, as compiled; prints what the page heard. */
const bothSides = `import PusherJs from "pusher-js";
import { createBackend } from "./dist/backend.js";
import { createSubscriber, subscribeToOrder } from "./dist/contract/subscribers/index.js";

const { port, appId, key, secret } = JSON.parse(process.argv[2]);
const backend = createBackend({ appId, key, secret, host: "127.0.0.1", port, useTLS: false });
const authorize = async ({ socketId, channelName }) => {
  const body = new URLSearchParams({ socket_id: socketId, channel_name: channelName });
  const request = new Request("http://backend/auth", { method: "POST", body });
  return (await backend.authorizer.handle(request, { orders: [1042] })).json();
};
const client = new PusherJs(key, {
  cluster: "local", wsHost: "127.0.0.1", wsPort: Number(port), forceTLS: false, enabledTransports: ["ws"],
  channelAuthorization: {
    customHandler: (request, done) => void authorize(request).then((answer) => done(null, answer), done),
  },
});
const subscriber = createSubscriber(client, { onError: (error) => { throw error; } });
const subscription = subscribeToOrder(subscriber, { orderId: 1042 }, {
  orderShipped: (shipment) => {
    console.log(JSON.stringify(shipment));
    subscription.unsubscribe();
    client.disconnect();
  },
}, { onStateChange: (state) => state === "subscribed" && void backend.ship() });
`;

/** CommonJS, in JavaScript and in TypeScript. */
const commonJs = `const { order } = require("./dist/contract/publishers/index.js");
const { channelKindOf } = require("@lockstep/runtime");
console.log(channelKindOf("private-a"), order({ orderId: 7 }).orderShipped(${shipped}).channel);
`;
const commonJsTyped = `import runtime = require("@lockstep/runtime");
const kind: runtime.ChannelKind = runtime.channelKindOf("private-a");
export = kind;
`;

const bundlerSettings = (include: readonly string[]): string =>
  JSON.stringify({
    compilerOptions: {
      target: "es2023",
      lib: ["es2023", "dom"],
      module: "esnext",
      moduleResolution: "bundler",
      strict: true,
      skipLibCheck: true,
      noEmit: true,
    },
    include,
  });

/** Writes a shop into the single package that \`init\` made. */
export function writeShop(folder: string): void {
  const files = {
    "src/backend.ts": backend("./contract/publishers/index.js"),
    "src/common.cts": commonJsTyped,
    "page/page.ts": page("../src/contract/subscribers/index.js"),
    "page/tsconfig.json": bundlerSettings([".", "../src/contract"]),
    "both-sides.mjs": bothSides,
    "common.cjs": commonJs,
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
}

/** Writes a page into a workspace, importing the generated package. */
export function writeWorkspacePage(folder: string, subscribers: string): void {
  writeFileSync(join(folder, "page.ts"), page(subscribers));
  writeFileSync(join(folder, "tsconfig.json"), bundlerSettings(["."]));
}
