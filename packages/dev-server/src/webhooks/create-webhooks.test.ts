import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { application, FakeClock } from "../protocol/fakes.test.helper.ts";
import type { DevServerEvent } from "../protocol/observed.ts";
import { cleanUp, openSocket, publisherFor, startServer } from "../servers.test.helper.ts";
import { createWebhooks } from "./create-webhooks.ts";

interface Received {
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** An application's webhook that answers with these statuses, then 200. */
async function receiver(statuses: number[] = []): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    response.writeHead(statuses.shift() ?? 200).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanUp(() => server.close());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?token=t`,
    received,
  };
}

function setUp(url: string) {
  const clock = new FakeClock();
  const failures: DevServerEvent[] = [];
  const observe = (event: DevServerEvent) => {
    failures.push(event);
  };
  const webhooks = createWebhooks({ urls: [url], application, clock, observe });
  cleanUp(() => webhooks.close());
  return { clock, failures, webhooks };
}

describe("webhooks", () => {
  it("are taken for genuine by pusher", async () => {
    const { url, received } = await receiver();
    const server = await startServer({ webhooks: [url] });
    const client = openSocket(server);
    await client.next();
    client.send({ event: "pusher:subscribe", data: { channel: "news" } });
    await expect.poll(() => received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: "" }] = received;
    expect(headers["content-type"]).toBe("application/json");
    const webhook = publisherFor(server).webhook({ headers, rawBody: body });
    expect(webhook.isValid()).toBe(true);
    expect(webhook.getEvents()).toEqual([
      { name: "channel_occupied", channel: "news" },
      { name: "subscription_count", channel: "news", subscription_count: 1 },
    ]);
    expect(Math.abs(webhook.getTime().getTime() - Date.now())).toBeLessThan(10_000);
  });

  it("are sent again after a failure, the same bytes, with longer and longer pauses", async () => {
    const { url, received } = await receiver([500, 302]);
    const { clock, failures, webhooks } = setUp(url);
    webhooks.take({ type: "cache-miss", channel: "cache-a" });
    await expect.poll(() => clock.timers.size).toBe(1);
    clock.advance(1000);
    await expect.poll(() => clock.timers.size).toBe(1);
    clock.advance(1999);
    expect(received).toHaveLength(2);
    clock.advance(1);
    await expect.poll(() => received).toHaveLength(3);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    const failed = { type: "webhook-failed", url: url.replace(/\?.*/, ""), final: false };
    expect(failures).toEqual([
      { ...failed, problem: "status 500" },
      { ...failed, problem: "status 302" },
    ]);
  });

  it("are given up after five minutes, and later ones are sent", async () => {
    const { url, received } = await receiver([503, 503]);
    const { clock, failures, webhooks } = setUp(url);
    webhooks.take({ type: "cache-miss", channel: "cache-a" });
    await expect.poll(() => clock.timers.size).toBe(1);
    clock.advance(5 * 60_000);
    await expect.poll(() => failures).toMatchObject([{ final: false }, { final: true }]);
    webhooks.take({ type: "cache-miss", channel: "cache-b" });
    await expect.poll(() => received.at(-1)?.body).toContain("cache-b");
  });

  it("stop when they are closed, whatever they were doing", async () => {
    const { url } = await receiver([500]);
    const { clock, webhooks } = setUp(url);
    webhooks.take({ type: "cache-miss", channel: "cache-a" });
    await expect.poll(() => clock.timers.size).toBe(1);
    webhooks.close();
    expect(clock.timers.size).toBe(0);
  });

  it("need an http address", async () => {
    await expect(startServer({ webhooks: ["localhost:3000"] })).rejects.toThrow(
      'webhooks: "localhost:3000" is not an address; use one like http://127.0.0.1:3000/webhooks',
    );
  });
});
