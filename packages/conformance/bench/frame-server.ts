// A server of Pusher's protocol that sends one event as fast as it is taken, in a process of its own.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { offerCreated } from "./example-offer.ts";

/** What a client sends, with the number of events it wants, to have them. */
export const burst = "bench:burst";

/** Bytes that wait for a slow client before the server waits, too. */
const waitingBytes = 1_000_000;

if (process.send) {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  server.on("connection", (socket) => {
    const data = JSON.stringify({ socket_id: "1.1", activity_timeout: 120 });
    socket.send(JSON.stringify({ event: "pusher:connection_established", data }));
    socket.on("message", (message) => answer(socket, JSON.parse(message.toString())));
  });
  await once(server, "listening");
  process.once("disconnect", () => process.exit());
  process.send((server.address() as AddressInfo).port);
}

interface ClientFrame {
  readonly event: string;
  readonly data: { readonly channel: string; readonly count: number };
}

async function answer(socket: WebSocket, { event, data }: ClientFrame): Promise<void> {
  const { channel, count } = data;
  if (event === "pusher:subscribe") {
    socket.send(
      JSON.stringify({ event: "pusher_internal:subscription_succeeded", channel, data: "{}" }),
    );
  }
  if (event !== burst) return;
  const frame = JSON.stringify({
    event: "offer-created",
    channel,
    data: JSON.stringify(offerCreated),
  });
  for (let sent = 0; sent < count; sent++) {
    if (socket.bufferedAmount < waitingBytes) socket.send(frame);
    else await new Promise((resolve) => socket.send(frame, resolve));
  }
}
