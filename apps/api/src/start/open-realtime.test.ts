// What pages are told of the realtime server, and what their content security policy makes of it.
import { networkInterfaces } from "node:os";
import { afterEach, expect, test } from "vitest";
import { type PusherCredentials, parseConfig } from "../config.ts";
import { socketOrigin } from "./create-site.ts";
import { openRealtime, type Realtime } from "./open-realtime.ts";

const PAGE = "http://hotels.example:3000/hotel/killarney";
const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === "::1"),
);
const credentials = { PUSHER_APP_ID: "1", PUSHER_KEY: "k", PUSHER_SECRET: "secret" };

let realtime: Realtime | undefined;
afterEach(() => realtime?.close());

test.each([
  {
    what: "nothing",
    env: { REALTIME: "off" },
    config: { enabled: false },
    origin: "'self'",
  },
  {
    what: "hosted Pusher Channels",
    env: { ...credentials, PUSHER_CLUSTER: "eu" },
    config: { enabled: true, key: "k", cluster: "eu", forceTLS: true },
    origin: "wss://ws-eu.pusher.com",
  },
  {
    what: "another server with TLS",
    env: { ...credentials, PUSHER_HOST: "rt.example" },
    config: {
      enabled: true,
      key: "k",
      cluster: "local",
      wsHost: "rt.example",
      wsPort: 443,
      forceTLS: true,
    },
    origin: "wss://rt.example:443",
  },
  {
    what: "another server without TLS",
    env: {
      ...credentials,
      PUSHER_HOST: "soketi",
      PUSHER_PORT: "6001",
      PUSHER_USE_TLS: "false",
    },
    config: {
      enabled: true,
      key: "k",
      cluster: "local",
      wsHost: "soketi",
      wsPort: 6001,
      forceTLS: false,
    },
    origin: "ws://soketi:6001",
  },
])("pages are told of $what", async ({ env, config, origin }) => {
  realtime = await openRealtime(parseConfig(env).realtime, "127.0.0.1");
  expect(realtime.configFor(PAGE)).toEqual(config);
  expect(socketOrigin(realtime.configFor(PAGE))).toBe(origin);
});

test("the embedded server is where the page was found, if it listens everywhere", async () => {
  realtime = await openRealtime({ mode: "embedded", port: 0 }, "0.0.0.0");
  const { configFor } = realtime;
  expect(configFor(PAGE)).toMatchObject({ wsHost: "hotels.example", forceTLS: false });
  expect(configFor("http://a;script-src/")).toMatchObject({ wsHost: "127.0.0.1" });
});

test.skipIf(!hasIpv6)("an embedded server may listen on an address of IPv6", async () => {
  realtime = await openRealtime({ mode: "embedded", port: 0 }, "::1");
  const config = realtime.configFor(PAGE);
  expect(config).toMatchObject({ wsHost: "[::1]" });
  expect(socketOrigin(config)).toMatch(/^ws:\/\/\[::1\]:\d+$/);
  const event = { id: "1", channel: "hotel-killarney", name: "offer-created", data: "{}" };
  await realtime.publisher.publish([event], { timeoutMs: 5000 });
});

test("an embedded server takes no events but those of this process", async () => {
  realtime = await openRealtime({ mode: "embedded", port: 0 }, "127.0.0.1");
  const config = realtime.configFor(PAGE);
  if (!config.enabled) throw new Error("no realtime server");
  const stranger = await openRealtime(strangerTo(config), "127.0.0.1");
  const event = { id: "1", channel: "hotel-killarney", name: "offer-created", data: "{}" };
  await realtime.publisher.publish([event], { timeoutMs: 5000 });
  await expect(stranger.publisher.publish([event], { timeoutMs: 5000 })).rejects.toMatchObject({
    status: 401,
    retryable: true,
  });
});

function strangerTo({ key, wsHost, wsPort }: { key: string; wsHost?: string; wsPort?: number }) {
  const place = { cluster: undefined, host: wsHost, port: wsPort, useTls: false };
  const guessed: PusherCredentials = { appId: "1", key, secret: "app-secret", ...place };
  return { mode: "pusher" as const, ...guessed };
}
