import { describe, expect, it } from "vitest";
import { createTestHub } from "../fakes.test.helper.ts";

describe("publish", () => {
  it("sends exactly event, channel and the data as it is", () => {
    const { hub, join, events } = createTestHub();
    const { connection, subscribe } = join();
    subscribe("news");
    const data = '{ "b":1,  "a":12345678901234567890 } \u0000"';
    hub.publish({ event: "message-created", channel: "news", data });
    expect(connection.take()).toEqual([{ event: "message-created", channel: "news", data }]);
    expect(events.at(-1)).toEqual({
      type: "published",
      channel: "news",
      event: "message-created",
      data,
      subscribers: 1,
      exceptSocketId: undefined,
    });
  });

  it("makes the bytes once for all subscribers", () => {
    const { hub, join } = createTestHub();
    const clients = [join(), join(), join()];
    for (const { subscribe } of clients) subscribe("news");
    expect(hub.publish({ event: "e", channel: "news", data: "1" })).toBe(3);
    const frames = clients.map(({ connection }) => connection.raw[0]);
    expect(frames[0]).toBeInstanceOf(Uint8Array);
    expect(new Set(frames).size).toBe(1);
  });

  it("leaves out the connection that it is told to", () => {
    const { hub, join } = createTestHub();
    const [sender, other] = [join(), join()];
    sender.subscribe("news");
    other.subscribe("news");
    const exceptSocketId = sender.socketId;
    expect(hub.publish({ event: "e", channel: "news", data: "1", exceptSocketId })).toBe(1);
    expect(sender.connection.take()).toEqual([]);
    expect(other.connection.take()).toHaveLength(1);
  });

  it("cuts a reader that leaves too much unread, and delays nobody", () => {
    const { hub, join, events } = createTestHub({ limits: { bufferedBytes: 1000 } });
    const [slow, quick] = [join(), join()];
    slow.subscribe("news");
    quick.subscribe("news");
    slow.connection.bufferedBytes = 1001;
    expect(hub.publish({ event: "e", channel: "news", data: "1" })).toBe(1);
    expect(slow.connection.terminated).toBe(true);
    expect(slow.connection.take()).toEqual([]);
    expect(quick.connection.take()).toHaveLength(1);
    expect(events).toContainEqual({
      type: "dropped",
      socketId: slow.socketId,
      bufferedBytes: 1001,
    });
    hub.publish({ event: "e", channel: "news", data: "2" });
    expect(events.filter(({ type }) => type === "dropped")).toHaveLength(1);
  });

  it("cuts a client that asks and never reads the answers", () => {
    const { join } = createTestHub({ limits: { bufferedBytes: 1000 } });
    const { connection, sendText } = join();
    connection.bufferedBytes = 1001;
    expect(sendText("nonsense")).toEqual([]);
    expect(connection.terminated).toBe(true);
  });
});
