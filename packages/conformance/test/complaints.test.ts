// What went wrong between real teams, done again by wrong clients: `lockstep dev` names each of it.
import { fileURLToPath } from "node:url";
import { exitCode, run } from "@lockstep/cli";
import { createDevServer, type Finding } from "@lockstep/dev-server";
import Pusher from "pusher";
import PusherJs, { type Options } from "pusher-js";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { authorizeAll } from "./real-clients.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const conversation = "private-hotel-paradise-conversation-45-chat";
const room = "private-hotel-paradise-room-101-chat";
const guestMessage = {
  id: 902,
  conversation_id: 45,
  room_number: 101,
  message: "Thank you!",
  sender_type: "guest",
  sender_name: "Room 101",
  created_at: "2026-11-21T18:13:02Z",
};

interface Running {
  readonly pusher: Pusher;
  /** The backend's client with something changed. */
  readonly pusherWith: (options: Partial<Pusher.Options>) => Pusher;
  /** A page's client, connecting. */
  readonly page: (options?: Partial<Options>, key?: string) => PusherJs;
  /** Resolves with the first line that holds the text. */
  readonly line: (text: string) => Promise<string>;
  readonly lines: () => readonly string[];
  /** Stops the command; answers its exit code. */
  readonly stop: () => Promise<number>;
}

async function startDev(...args: string[]): Promise<Running> {
  let out = "";
  const stop = new AbortController();
  const ended = run(["dev", "--port", "0", ...args], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      out += text;
    },
    cwd: root,
    colors: false,
    stop: stop.signal,
  });
  const end = () => {
    stop.abort();
    return ended;
  };
  onTestFinished(async () => void (await end()));
  const port = await vi.waitUntil(() => /http:\/\/127\.0\.0\.1:(\d+)/.exec(out)?.[1], 25_000);
  const options = { appId: "1", key: "app-key", secret: "app-secret", host: "127.0.0.1", port };
  const pusherWith = (changed: Partial<Pusher.Options>) =>
    new Pusher({ ...options, useTLS: false, ...changed } as Pusher.Options);
  const pusher = pusherWith({});
  return {
    pusher,
    pusherWith,
    page(changed = {}, key = "app-key") {
      const client = new PusherJs(key, {
        cluster: "local",
        wsHost: "127.0.0.1",
        wsPort: Number(port),
        forceTLS: false,
        enabledTransports: ["ws"],
        channelAuthorization: authorizeAll(pusher),
        ...changed,
      });
      onTestFinished(() => client.disconnect());
      return client;
    },
    line: (text) =>
      vi.waitUntil(() => out.split("\n").find((line) => line.includes(text)), { timeout: 15_000 }),
    lines: () => out.split("\n"),
    stop: end,
  };
}

function subscribed(client: PusherJs, channel: string): Promise<void> {
  return new Promise((resolve) =>
    client.subscribe(channel).bind("pusher:subscription_succeeded", () => resolve()),
  );
}

describe("lockstep dev names", () => {
  test("a page that never subscribes", async () => {
    // the command waits ten seconds for a page, and no test should
    const findings: Finding[] = [];
    const onFinding = (finding: Finding) => findings.push(finding);
    const server = await createDevServer({ port: 0, subscribeWithinSeconds: 0.1, onFinding });
    onTestFinished(() => server.close());
    const client = new PusherJs(server.key, {
      cluster: "local",
      wsHost: server.host,
      wsPort: server.port,
      forceTLS: false,
      enabledTransports: ["ws"],
    });
    onTestFinished(() => client.disconnect());
    await vi.waitUntil(() => findings.length > 0);
    expect(findings).toMatchObject([{ code: "never-subscribed", severity: "warning" }]);
    expect(findings[0]?.message).toMatch(
      /^connection \d+\.\d+ \(js 8\.6\.0\): it has subscribed to nothing for 0\.1 s; call subscribe\(\)/,
    );
  });

  test("a page that subscribes to the wrong channel, and the event that it misses", async () => {
    const { page, pusher, line } = await startDev();
    await subscribed(page(), conversation);
    await pusher.trigger(room, "new-staff-message", { ...guestMessage, sender_type: "staff" });
    expect(await line("[nobody-subscribed]")).toContain(
      `"new-staff-message" on "${room}": nobody is subscribed; clients are subscribed to "${conversation}"`,
    );
    await subscribed(page(), "hotel_killarney");
    expect(await line("[subscription-unknown]")).toContain(
      'the contract has no such channel; subscribe to "hotel-killarney"',
    );
  });

  test("an event by a name that nobody has agreed on, and the one that was meant", async () => {
    const { page, pusher, line } = await startDev();
    await subscribed(page(), conversation);
    await pusher.trigger(conversation, "message-received", guestMessage);
    expect(await line("[event-unknown]")).toContain(
      `"message-received" on "${conversation}": the contract's guestConversation has no such event; use "new-message"`,
    );
  });

  test("a page that left before the message came", async () => {
    const { page, pusher, line } = await startDev();
    const client = page();
    await subscribed(client, conversation);
    client.unsubscribe(conversation);
    await line("unsubscribed");
    await pusher.trigger(conversation, "new-message", guestMessage);
    expect(await line("[subscriber-left]")).toMatch(
      /nobody is subscribed; the last subscriber, \d+\.\d+, left \d+\.\d s ago; keep the subscription/,
    );
  });

  test("credentials that are missing or wrong, on either side", async () => {
    const { page, pusherWith, line } = await startDev();
    page({}, "undefined");
    expect(await line("[connection-refused]")).toContain(
      'connection: refused: Unknown app key; connect with "app-key"',
    );
    const sent = pusherWith({ secret: "undefined" }).trigger(conversation, "new-message", {});
    await expect(sent).rejects.toMatchObject({ status: 401 });
    expect(await line("[request-refused]")).toContain("request: refused: Invalid signature");
  });

  test("a refused subscription that the page never hears of", async () => {
    const { page, line } = await startDev();
    page({
      channelAuthorization: {
        transport: "ajax",
        endpoint: "",
        customHandler: (_, callback) => callback(null, { auth: "app-key:0000" }),
      },
    }).subscribe(conversation);
    expect(await line("[subscription-refused]")).toMatch(
      /subscription to "private-hotel-paradise-conversation-45-chat" by \d+\.\d+: refused: Invalid signature/,
    );
  });

  test("a payload in the wrong place, the obsolete event, and the old channel", async () => {
    const { pusher, line } = await startDev();
    const staffChat = "private-hotel-killarney.staff-chat.123";
    await pusher.trigger(staffChat, "message_created", { payload: {} });
    expect(await line("[envelope-missing]")).toContain('put the payload under "data"');
    await pusher.trigger("hotel-killarney.staff-chat.123", "message-created", { data: {} });
    expect(await line("[event-deprecated]")).toContain('use "message_created"');
    expect(await line("[payload-invalid]")).toContain('must have the property "payload"');
    expect(await line("[channel-deprecated]")).toContain(
      'use "private-hotel-{hotelSlug}.staff-chat.{conversationId}"',
    );
  });
});

test("lockstep dev tells the use of something deprecated once, with what replaces it", async () => {
  const { pusher, page, line, lines } = await startDev();
  const old = "hotel-paradise-room-101-chat";
  page().subscribe(old);
  expect(await line("[channel-deprecated]")).toContain(`subscription to "${old}" by`);
  const message = { ...guestMessage, sender_type: "staff" };
  for (const id of [1, 2]) await pusher.trigger(old, "new-staff-message", { ...message, id });
  page().subscribe("hotel-paradise-room-102-chat");
  await line("subscribed    hotel-paradise-room-102-chat");
  const told = lines().filter((one) => one.includes("[channel-deprecated]"));
  expect(told).toHaveLength(2);
  expect(told[1]).toContain(
    `"new-staff-message" on "${old}": the channel is deprecated since 1.0.0, until 2027-06-30; use "private-{hotelSlug}-room-{roomNumber}-chat"; this is told once`,
  );
});

test("lockstep dev keeps a name on its line, and the terminal as it was", async () => {
  const { pusher, line } = await startDev();
  await pusher.trigger("hotel-killarney", "a\nb\u001b[2Jc\u009bd", {});
  expect(await line("published")).toContain("a�b�[2Jc�d on hotel-killarney");
});

describe("lockstep dev --strict", () => {
  test("ends with 6 where something off the contract crossed the wire", async () => {
    const { pusher, stop, lines } = await startDev("--strict");
    await pusher.trigger("hotel_killarney", "offer-deleted", {});
    expect(await stop()).toBe(exitCode.offContract);
    expect(lines()).toContain("off the contract: 1 time");
  });

  test("ends with 0 where nothing did, whatever was refused or unheard", async () => {
    const { pusher, stop } = await startDev("--strict");
    const deleted = { offer_id: 7, offer_title: "Spa weekend", action: "deleted" };
    await pusher.trigger("hotel-killarney", "offer-deleted", deleted);
    expect(await stop()).toBe(exitCode.ok);
  });
});
