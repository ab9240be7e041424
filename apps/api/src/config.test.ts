// The configuration: what is usual, what can be set, and what is said of each wrong value.
import { describe, expect, test } from "vitest";
import { parseConfig } from "./config.ts";

const usual = {
  host: "127.0.0.1",
  port: 3000,
  publicUrl: undefined,
  dataDir: ".data",
  webDir: expect.stringMatching(/apps.web.dist$/),
  databaseUrl: undefined,
  realtime: { mode: "embedded", port: 6001 },
  publishDeprecated: false,
  operatorToken: undefined,
  metricsToken: undefined,
};

const credentials = { PUSHER_APP_ID: "1", PUSHER_KEY: "k", PUSHER_SECRET: "s" };

test("nothing needs to be set", () => {
  expect(parseConfig({})).toEqual(usual);
  expect(parseConfig({ PORT: "", HOST: " ", DATABASE_URL: "", PUSHER_APP_ID: "" })).toEqual(usual);
});

test("everything can be set", () => {
  const env = {
    HOST: "0.0.0.0",
    PORT: "8080",
    PUBLIC_URL: "https://hotels.example",
    DATA_DIR: "/var/lib/demo",
    WEB_DIR: "/srv/web",
    DATABASE_URL: "postgres://u:p@db/demo",
    REALTIME_PORT: "6002",
    PUBLISH_DEPRECATED: "true",
    OPERATOR_TOKEN: "operators-only",
    METRICS_TOKEN: "monitoring-only",
  };
  expect(parseConfig(env)).toEqual({
    host: "0.0.0.0",
    port: 8080,
    publicUrl: "https://hotels.example",
    dataDir: "/var/lib/demo",
    webDir: "/srv/web",
    databaseUrl: "postgres://u:p@db/demo",
    realtime: { mode: "embedded", port: 6002 },
    publishDeprecated: true,
    operatorToken: "operators-only",
    metricsToken: "monitoring-only",
  });
});

describe("realtime", () => {
  test("is Pusher Channels where there are credentials", () => {
    expect(parseConfig({ ...credentials, PUSHER_CLUSTER: "eu" }).realtime).toEqual({
      mode: "pusher",
      appId: "1",
      key: "k",
      secret: "s",
      cluster: "eu",
      host: undefined,
      port: undefined,
      useTls: true,
    });
  });

  test("is another server where there is a host", () => {
    const env = { PUSHER_HOST: "soketi", PUSHER_PORT: "6001", PUSHER_USE_TLS: "false" };
    expect(parseConfig({ ...credentials, ...env }).realtime).toMatchObject({
      host: "soketi",
      port: 6001,
      useTls: false,
    });
  });

  test("is what REALTIME says, whatever credentials there are", () => {
    expect(parseConfig({ ...credentials, REALTIME: "off" }).realtime).toEqual({ mode: "off" });
    expect(parseConfig({ PUSHER_KEY: "k", REALTIME: "embedded" }).realtime.mode).toBe("embedded");
  });
});

const needsAll = "realtime by Pusher needs PUSHER_APP_ID, PUSHER_KEY, PUSHER_SECRET";

test.each([
  { env: { PORT: "3000x" }, lines: ['PORT: must be a port from 0 to 65535, got "3000x"'] },
  { env: { PORT: "65536" }, lines: ['PORT: must be a port from 0 to 65535, got "65536"'] },
  {
    env: { PUBLIC_URL: "ftp://x" },
    lines: ["PUBLIC_URL: must be an address that begins with http://"],
  },
  {
    env: { DATABASE_URL: "mysql://u:secret@db/demo" },
    lines: ["DATABASE_URL: must be an address that begins with postgres://"],
  },
  { env: { REALTIME: "on" }, lines: ['REALTIME: must be embedded, pusher or off, got "on"'] },
  {
    env: { PUSHER_APP_ID: "1", PUSHER_CLUSTER: "eu" },
    lines: [`PUSHER_KEY: is missing; ${needsAll}`, `PUSHER_SECRET: is missing; ${needsAll}`],
  },
  {
    env: credentials,
    lines: ["PUSHER_CLUSTER: is missing; set it, or PUSHER_HOST for a server of your own"],
  },
  {
    env: { ...credentials, PUSHER_HOST: "x", PUSHER_USE_TLS: "maybe" },
    lines: ['PUSHER_USE_TLS: must be true or false, got "maybe"'],
  },
  {
    env: { PORT: "-1", REALTIME_PORT: "x" },
    lines: [
      'PORT: must be a port from 0 to 65535, got "-1"',
      'REALTIME_PORT: must be a port from 0 to 65535, got "x"',
    ],
  },
])("$env is refused line by line", ({ env, lines }) => {
  expect(() => parseConfig(env)).toThrow(
    expect.objectContaining({ name: "StartupError", message: lines.join("\n") }),
  );
});
