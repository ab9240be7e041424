import { describe, expect, it } from "vitest";
import { createTestHub, FakeConnection } from "../fakes.test.helper.ts";

const target = "/app/app-key?protocol=7&client=js&version=8.6.0&flash=false";

describe("a connection", () => {
  it("is greeted with its socket id and the activity timeout", () => {
    const { hub, events } = createTestHub();
    const connection = new FakeConnection();
    const session = hub.connect(connection, target);
    expect(session?.socketId).toMatch(/^\d+\.\d+$/);
    expect(connection.raw).toEqual([
      JSON.stringify({
        event: "pusher:connection_established",
        data: `{"socket_id":"${session?.socketId}","activity_timeout":120}`,
      }),
    ]);
    expect(events).toEqual([
      { type: "connected", socketId: session?.socketId, client: "js 8.6.0" },
    ]);
  });

  it("has an id that no other has", () => {
    const { join } = createTestHub();
    const ids = Array.from({ length: 500 }, () => join().socketId);
    expect(new Set(ids).size).toBe(500);
  });

  it.each([
    ["/app/other-key?protocol=7", 4001, 'Unknown app key; connect with "app-key"'],
    ["/app/__proto__?protocol=7", 4001, 'Unknown app key; connect with "app-key"'],
    ["/nowhere", 4005, "Path not found; connect to /app/{key}?protocol=7"],
    [
      "/app/app-key?protocol=seven",
      4006,
      "Invalid version string format: protocol must be an integer",
    ],
    ["/app/app-key?protocol=3", 4007, "Unsupported protocol version; this server speaks 4 to 7"],
    ["/app/app-key?protocol=8", 4007, "Unsupported protocol version; this server speaks 4 to 7"],
    ["/app/app-key", 4008, "No protocol version supplied; add ?protocol=7"],
  ])("to %s is closed with %i and no greeting", (asked, code, reason) => {
    const { hub, events } = createTestHub();
    const connection = new FakeConnection();
    expect(hub.connect(connection, asked)).toBeUndefined();
    expect(connection.raw).toEqual([]);
    expect(connection.closed).toEqual({ code, reason });
    expect(events).toEqual([
      {
        type: "refused",
        action: "connect",
        socketId: undefined,
        channel: undefined,
        code,
        message: reason,
      },
    ]);
  });

  it.each([4, 5, 6, 7])("of protocol %i is taken", (protocol) => {
    const { hub } = createTestHub();
    expect(hub.connect(new FakeConnection(), `/app/app-key?protocol=${protocol}`)).toBeDefined();
  });

  it("beyond the quota is closed with 4004", () => {
    const { hub, join } = createTestHub({ limits: { connections: 1 } });
    join();
    const connection = new FakeConnection();
    hub.connect(connection, target);
    expect(connection.closed?.code).toBe(4004);
  });

  it("is closed with 4200 when the hub closes, and so is every later one", () => {
    const { hub, join } = createTestHub();
    const { connection } = join();
    hub.close();
    const late = new FakeConnection();
    hub.connect(late, target);
    const closed = { code: 4200, reason: "Please reconnect immediately" };
    expect([connection.closed, late.closed]).toEqual([closed, closed]);
  });

  it("that has closed is forgotten once", () => {
    const { hub, join, events } = createTestHub();
    const { session, socketId } = join();
    hub.disconnect(session, 1001);
    hub.disconnect(session, 1006);
    expect(events.slice(1)).toEqual([{ type: "disconnected", socketId, code: 1001 }]);
  });

  it("sends nothing and is not heard after the server has given up on it", () => {
    const { hub, join } = createTestHub();
    const { session, connection, sendText } = join();
    hub.disconnect(session);
    expect(sendText('{"event":"pusher:ping"}')).toEqual([]);
    expect(connection.raw).toEqual([]);
  });
});

describe("activity", () => {
  const ping = { event: "pusher:ping", data: "{}" };

  it("answers a ping with a pong", () => {
    const { join } = createTestHub();
    expect(join().send({ event: "pusher:ping", data: {} })).toEqual([
      { event: "pusher:pong", data: "{}" },
    ]);
  });

  it("pings a connection that was silent for the activity timeout", () => {
    const { join, clock } = createTestHub();
    const { connection } = join();
    clock.advance(119_999);
    expect(connection.take()).toEqual([]);
    clock.advance(1);
    expect(connection.take()).toEqual([ping]);
  });

  it("counts the silence from the last message", () => {
    const { join, clock } = createTestHub();
    const { connection, send } = join();
    clock.advance(100_000);
    send({ event: "pusher:pong" });
    clock.advance(119_999);
    expect(connection.take()).toEqual([]);
    clock.advance(1);
    expect(connection.take()).toEqual([ping]);
  });

  it("closes with 4201 when no pong follows", () => {
    const { join, clock, hub } = createTestHub();
    const { connection, subscribe } = join();
    subscribe("news");
    clock.advance(150_000);
    expect(connection.closed).toEqual({ code: 4201, reason: "Pong reply not received" });
    expect(hub.state.channels.size).toBe(0);
  });

  it.each(["message", "WebSocket pong"])("goes on after a %s", (sign) => {
    const { join, clock, hub } = createTestHub();
    const { connection, session, send } = join();
    clock.advance(120_000);
    clock.advance(1);
    if (sign === "message") send({ event: "pusher:pong", data: {} });
    else hub.heard(session);
    clock.advance(119_000);
    expect(connection.closed).toBeUndefined();
  });

  it("takes other timeouts, and tells the client", () => {
    const { hub, clock } = createTestHub({ timeouts: { activitySeconds: 5, pongSeconds: 1 } });
    const connection = new FakeConnection();
    hub.connect(connection, target);
    expect(String(connection.raw[0])).toContain('\\"activity_timeout\\":5');
    clock.advance(6000);
    expect(connection.closed?.code).toBe(4201);
  });

  it("takes no timeout of zero, which pusher-js could not live with", () => {
    expect(() => createTestHub({ timeouts: { activitySeconds: 0 } })).toThrow(
      "timeouts.activitySeconds: 0 is too short; use more than 0 seconds",
    );
  });
});
