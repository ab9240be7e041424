import { once } from "node:events";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { createDevServer } from "./create-dev-server.ts";
import { cleanUp, openSocket, startServer } from "./servers.test.helper.ts";

describe("createDevServer", () => {
  it("listens on loopback, on a free port, with credentials that need no set-up", async () => {
    const server = await startServer();
    expect(server).toMatchObject({
      url: `http://127.0.0.1:${server.port}`,
      host: "127.0.0.1",
      appId: "1",
      key: "app-key",
      secret: "app-secret",
    });
    expect(server.port).toBeGreaterThan(0);
  });

  it("shows its secret in no log of the whole object", async () => {
    const server = await startServer({ secret: "very-secret" });
    expect(server.secret).toBe("very-secret");
    expect(JSON.stringify(server) + inspect(server)).not.toContain("very-secret");
  });

  it("rejects with the port that is in use, and the way out", async () => {
    const { port } = await startServer();
    await expect(createDevServer({ port })).rejects.toMatchObject({
      name: "DevServerError",
      code: "port-in-use",
      host: "127.0.0.1",
      port,
      message: `port ${port} of 127.0.0.1 is in use; stop what listens there, or choose another port (0 takes a free one)`,
    });
  });

  it("rejects a host that is not this machine's", async () => {
    await expect(createDevServer({ host: "192.0.2.1", port: 0 })).rejects.toMatchObject({
      code: "host-unknown",
      message: 'host "192.0.2.1" is not an address of this machine; use 127.0.0.1',
    });
  });

  it("rejects a port that cannot be", async () => {
    await expect(createDevServer({ port: 70_000 })).rejects.toMatchObject({
      code: "listen-failed",
      message: expect.stringContaining("cannot listen on 127.0.0.1:70000"),
    });
  });

  it("lets a throw of its observer out where it harms nothing", async () => {
    const thrown: (() => void)[] = [];
    const later = vi.spyOn(globalThis, "queueMicrotask").mockImplementation((run) => {
      thrown.push(run);
    });
    cleanUp(() => later.mockRestore());
    const server = await startServer({
      onEvent: ({ type }) => {
        if (type === "connected") throw new Error("observer");
      },
    });
    const client = openSocket(server);
    expect((await client.next()).event).toBe("pusher:connection_established");
    expect(thrown[0]).toThrow("observer");
  });
});

describe("close", () => {
  it("closes every socket with 4200, and frees the port", async () => {
    const server = await startServer();
    const clients = [openSocket(server), openSocket(server)];
    for (const client of clients) await client.next();
    await server.close();
    const closed = { code: 4200, reason: "Please reconnect immediately" };
    expect(await Promise.all(clients.map((client) => client.closed))).toEqual([closed, closed]);
    await startServer({ port: server.port });
  });

  it("can be called again", async () => {
    const server = await startServer();
    await Promise.all([server.close(), server.close()]);
    await server.close();
  });

  it("waits neither for an idle connection, nor for one that says nothing, nor for a peer that never answers", async () => {
    const server = await startServer();
    const agent = new Agent({ keepAlive: true });
    cleanUp(() => agent.destroy());
    const [response] = await once(get(`${server.url}/`, { agent }), "response");
    response.resume();
    await once(response, "end");
    const silent = connect(server.port, server.host);
    cleanUp(() => silent.destroy());
    await once(silent, "connect");
    const deaf = connect(server.port, server.host);
    cleanUp(() => deaf.destroy());
    deaf.write(
      "GET /app/app-key?protocol=7 HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
    );
    await once(deaf, "data");
    const startedAt = performance.now();
    await server.close();
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });
});
