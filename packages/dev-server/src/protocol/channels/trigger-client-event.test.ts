import { describe, expect, it } from "vitest";
import { createTestHub, errorFrame, type TestClient, tokenFor } from "../fakes.test.helper.ts";

const typing = (channel: string, more: object = {}) => ({
  event: "client-typing",
  channel,
  data: { at: 1 },
  ...more,
});

function enterPrivate(client: TestClient, channel = "private-room"): TestClient {
  client.subscribe(channel, { auth: tokenFor(`${client.socketId}:${channel}`) });
  return client;
}

describe("a client event", () => {
  it("reaches the other subscribers, and not its sender", () => {
    const { join, events } = createTestHub();
    const [sender, other] = [enterPrivate(join()), enterPrivate(join())];
    expect(sender.send(typing("private-room"))).toEqual([]);
    expect(other.connection.take()).toEqual([
      { event: "client-typing", channel: "private-room", data: '{"at":1}' },
    ]);
    expect(events.at(-1)).toEqual({
      type: "client-event",
      channel: "private-room",
      event: "client-typing",
      data: '{"at":1}',
      socketId: sender.socketId,
      userId: undefined,
      subscribers: 1,
    });
  });

  it("says on a presence channel who sent it, whatever the sender claims", () => {
    const { join } = createTestHub();
    const [ada, adaAgain] = [join(), join()];
    ada.enter("presence-room", { user_id: "ada" });
    adaAgain.enter("presence-room", { user_id: "ada" });
    ada.send(typing("presence-room", { user_id: "bo" }));
    expect(adaAgain.connection.take()).toEqual([
      { event: "client-typing", channel: "presence-room", data: '{"at":1}', user_id: "ada" },
    ]);
  });

  it("carries no user_id on a private channel", () => {
    const { join } = createTestHub();
    const [sender, other] = [enterPrivate(join()), enterPrivate(join())];
    sender.send(typing("private-room", { user_id: "bo" }));
    expect(other.connection.take()[0]).not.toHaveProperty("user_id");
  });

  it("on a public channel is refused", () => {
    const { join } = createTestHub();
    const client = join();
    client.subscribe("news");
    expect(client.send(typing("news"))).toEqual([
      errorFrame("Client event rejected - only supported on private and presence channels"),
    ]);
  });

  it("on an encrypted channel is refused", () => {
    const { join } = createTestHub();
    const client = enterPrivate(join(), "private-encrypted-room");
    expect(client.send(typing("private-encrypted-room"))).toEqual([
      errorFrame("Client event rejected - not supported on encrypted channels"),
    ]);
  });

  it("from a client that is not subscribed is refused", () => {
    const { join } = createTestHub();
    enterPrivate(join());
    expect(join().send(typing("private-room"))).toEqual([
      errorFrame(
        "Cannot broadcast client event (connection not subscribed to channel private-room)",
      ),
    ]);
  });

  it("is refused when its name is too long or its data too large", () => {
    const { join } = createTestHub();
    const [sender, other] = [enterPrivate(join()), enterPrivate(join())];
    expect(sender.send(typing("private-room", { event: `client-${"x".repeat(194)}` }))).toEqual([
      errorFrame("Client event rejected - its name is longer than 200 characters"),
    ]);
    expect(sender.send(typing("private-room", { data: "é".repeat(5121) }))).toEqual([
      errorFrame("The data content of this event exceeds the allowed maximum (10240 bytes)"),
    ]);
    expect(sender.send(typing("private-room", { data: "é".repeat(5120) }))).toEqual([]);
    expect(other.connection.take()).toHaveLength(1);
  });

  it("beyond ten a second is refused with 4301, and the connection stays", () => {
    const { join, clock } = createTestHub();
    const [sender, other] = [enterPrivate(join()), enterPrivate(join())];
    for (let count = 0; count < 10; count++) {
      expect(sender.send(typing("private-room"))).toEqual([]);
      clock.advance(50);
    }
    expect(sender.send(typing("private-room"))).toEqual([
      errorFrame("Client event rejected due to rate limit: 10 a second for each connection", 4301),
    ]);
    expect(sender.connection.closed).toBeUndefined();
    clock.advance(500);
    expect(sender.send(typing("private-room"))).toEqual([]);
    expect(other.connection.take()).toHaveLength(11);
  });
});
