// A server in a process of its own: `dev`, or `bare`, which does the same work with nothing around it.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createDevServer } from "@lockstep/dev-server";
import { Hono } from "hono";
import { WebSocketServer } from "ws";

const port = process.argv[2] === "dev" ? (await createDevServer({ port: 0 })).port : await bare();
process.on("message", (wanted) => process.send?.(wanted === "cpu" ? cpu() : memory()));
process.send?.(port);

/** A ws server that loops over its sockets, and a route that reads an event and hands it to that loop. */
async function bare(): Promise<number> {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  sockets.on("connection", (socket) =>
    socket.on("message", () => socket.send('{"event":"pusher_internal:subscription_succeeded"}')),
  );
  const app = new Hono();
  const deliver = (event: string, channel: string, data: string) => {
    const frame = JSON.stringify({ event, channel, data });
    for (const socket of sockets.clients) socket.send(frame);
  };
  app.post("/apps/:app/events", async (c) => {
    const { name, channels, data } = await c.req.json();
    deliver(name, channels[0], data);
    return c.json({});
  });
  app.post("/apps/:app/batch_events", async (c) => {
    const { batch } = await c.req.json();
    for (const { name, channel, data } of batch) deliver(name, channel, data);
    return c.json({});
  });
  const server = createAdaptorServer({ fetch: app.fetch, createServer });
  server.on("upgrade", (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (made) => sockets.emit("connection", made)),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
