import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { application } from "../protocol/fakes.test.helper.ts";
import { createHub } from "../protocol/hub.ts";
import {
  cleanUp,
  openSocket,
  publisherFor,
  type StartedServer,
  startServer,
} from "../servers.test.helper.ts";
import { acceptSockets } from "./accept-sockets.ts";
import { listen, stopListening } from "./listen.ts";
import { systemClock } from "./system-clock.ts";

/** A socket that has shaken hands and then never reads. */
async function openDeafSocket(server: StartedServer): Promise<Socket> {
  const socket = connect(server.port, server.host);
  cleanUp(() => socket.destroy());
  socket.on("error", () => {});
  socket.write(
    `GET /app/${server.key}?protocol=7 HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
  );
  await once(socket, "readable");
  return socket;
}

/** A client's frame of at most 125 bytes; the mask is zero, so the payload stands as it is. */
function maskedFrame(opcode: number, payload: string): Buffer {
  const head = [0x80 | opcode, 0x80 | Buffer.byteLength(payload), 0, 0, 0, 0];
  return Buffer.concat([Buffer.from(head), Buffer.from(payload)]);
}

describe("a socket", () => {
  it("is told by a close code what it asked wrongly", async () => {
    const server = await startServer();
    const closings = ["/app/other?protocol=7", "/app/app-key", "/elsewhere"].map(
      (path) => openSocket(server, path).closed,
    );
    expect((await Promise.all(closings)).map(({ code }) => code)).toEqual([4001, 4008, 4005]);
  });

  it("has its WebSocket ping answered", async () => {
    const server = await startServer();
    const client = openSocket(server);
    await client.next();
    client.socket.ping("x");
    const [data] = await once(client.socket, "pong");
    expect(String(data)).toBe("x");
  });

  it("is answered and kept after nonsense and a binary frame", async () => {
    const server = await startServer();
    const client = openSocket(server);
    await client.next();
    client.socket.send("nonsense");
    client.socket.send(Buffer.from([1, 2, 3]));
    client.send({ event: "pusher:subscribe", data: { channel: "news" } });
    expect([await client.next(), await client.next(), await client.next()]).toMatchObject([
      { data: { code: null, message: "Invalid message format: it is not JSON" } },
      { data: { code: null, message: "Binary frames are not supported; send JSON as text" } },
      { event: "pusher_internal:subscription_succeeded" },
    ]);
  });

  it("is closed alone when its frame is too long, not UTF-8, or not WebSocket", async () => {
    const server = await startServer();
    const [witness, long, broken] = [openSocket(server), openSocket(server), openSocket(server)];
    for (const client of [witness, long, broken]) await client.next();
    long.socket.send("x".repeat(128 * 1024 + 1));
    broken.socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    const raw = await openDeafSocket(server);
    raw.resume().write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    await once(raw, "close");
    expect([(await long.closed).code, (await broken.closed).code]).toEqual([1009, 1007]);
    witness.send({ event: "pusher:ping", data: {} });
    expect((await witness.next()).event).toBe("pusher:pong");
    expect(server.events.some(({ type }) => type === "fault")).toBe(false);
  });

  it("that is cut leaves its channels", async () => {
    const server = await startServer();
    const client = openSocket(server);
    await client.next();
    client.send({ event: "pusher:subscribe", data: { channel: "news" } });
    await client.next();
    client.socket.terminate();
    await expect
      .poll(() => server.events.map(({ type }) => type).slice(-2))
      .toEqual(["channel-vacated", "disconnected"]);
  });

  it("that never reads is cut, and the others get everything", async () => {
    const server = await startServer({ subscriptionCounts: false });
    const deaf = await openDeafSocket(server);
    deaf.write(maskedFrame(1, '{"event":"pusher:subscribe","data":{"channel":"news"}}'));
    const witness = openSocket(server);
    await witness.next();
    witness.send({ event: "pusher:subscribe", data: { channel: "news" } });
    await witness.next();
    await expect
      .poll(() => server.events.filter(({ type }) => type === "subscribed"))
      .toHaveLength(2);
    const publisher = publisherFor(server);
    const event = { channel: "news", name: "e", data: "x".repeat(10_000) };
    let published = 0;
    while (!server.events.some(({ type }) => type === "dropped")) {
      await publisher.triggerBatch(Array.from({ length: 10 }, () => ({ ...event })));
      published += 10;
      expect(published).toBeLessThan(5000);
    }
    for (let count = 0; count < published; count++) {
      expect((await witness.next()).event).toBe("e");
    }
  });

  it("is closed alone by a fault of the server, which is reported", async () => {
    const fault = new Error("observer");
    const faults: unknown[] = [];
    const hub = createHub({
      application,
      clock: systemClock,
      observe: (event) => {
        if (event.type === "subscribed") throw fault;
        if (event.type === "fault") faults.push(event.error);
      },
    });
    const server = createServer();
    acceptSockets(server, hub);
    const port = await listen(server, { host: "127.0.0.1", port: 0 });
    cleanUp(() => {
      hub.close();
      return stopListening(server);
    });
    const [client, witness] = [openSocket({ port }), openSocket({ port })];
    for (const { next } of [client, witness]) await next();
    client.send({ event: "pusher:subscribe", data: { channel: "news" } });
    expect((await client.closed).code).toBe(1011);
    witness.send({ event: "pusher:ping", data: {} });
    expect((await witness.next()).event).toBe("pusher:pong");
    expect(faults).toEqual([fault]);
  });

  it("that pings and never reads is cut", async () => {
    const server = await startServer({ limits: { bufferedBytes: 64 * 1024 } });
    const deaf = await openDeafSocket(server);
    const ping = maskedFrame(9, "x".repeat(125));
    const pings = Buffer.concat(Array.from({ length: 500 }, () => ping));
    const send = (error?: Error | null) => {
      if (!error) deaf.write(pings, send);
    };
    send();
    await expect
      .poll(() => server.events.map(({ type }) => type), { timeout: 10_000 })
      .toEqual(["connected", "dropped", "disconnected"]);
  });
});
