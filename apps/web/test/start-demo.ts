// The whole demo: the built pages, the real API with its own data, and a realtime server behind a gate.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Pusher from "pusher";
import { buildPages, type PagesMode } from "./build-pages.ts";
import { openRealtimeGate, type RealtimeGate } from "./realtime-gate.ts";
import { type StartProcessOptions, startProcess } from "./start-process.ts";

const credentials = { appId: "1", key: "demo-key", secret: "demo-secret" };

export interface Demo {
  readonly url: string;
  readonly gate: RealtimeGate;
  /** A plain client of the realtime server, which no contract restrains. */
  readonly pusher: Pusher;
  /** What the API has printed. */
  log(): string;
  stop(): Promise<void>;
}

/**
 * How long the start may take, with a browser and its first pages. Measured on two cores: 1.5 s for the pages, 3.5 s for the
 * realtime server, 10 s for the API, of which 7 s make its database. All of that is computing, so that it becomes minutes
 * where many tests compute.
 */
export const DEMO_START_LIMIT_MS = 300_000;

/** What it has started is stopped again when the rest cannot start. */
export async function startDemo(mode: PagesMode = "production"): Promise<Demo> {
  const closers: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    return { ...(await start(mode, (close) => closers.push(close))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Names of the channels that a page is subscribed to; a connection that is signed in has one of its own besides. */
export async function occupiedChannels({ pusher }: Demo): Promise<string[]> {
  const response = await pusher.get({ path: "/channels" });
  const { channels } = (await response.json()) as { readonly channels: object };
  return Object.keys(channels).filter((name) => !name.startsWith("#server-to-user-"));
}

async function start(
  mode: PagesMode,
  onStop: (close: () => Promise<void>) => void,
): Promise<Omit<Demo, "stop">> {
  const folder = await mkdtemp(join(tmpdir(), "lockstep-web-"));
  onStop(() => rm(folder, { recursive: true, force: true }));
  await buildPages(join(folder, "web"), mode);
  const realtime = await startProcess(realtimeServer);
  onStop(realtime.stop);
  const gate = await openRealtimeGate(Number(realtime.ready));
  onStop(gate.close);
  const api = await startProcess(apiServer(folder, gate.port));
  onStop(api.stop);
  const place = { host: "127.0.0.1", port: String(gate.port), useTLS: false };
  return {
    url: api.ready,
    gate,
    pusher: new Pusher({ ...credentials, ...place }),
    log: api.output,
  };
}

const { appId, key, secret } = credentials;

const realtimeServer: StartProcessOptions = {
  command: [
    "packages/cli/src/main.ts",
    ...["dev", "--port", "0", "--app-id", appId, "--key", key, "--secret", secret],
  ],
  readyWhen: /127\.0\.0\.1:(\d+)/,
};

function apiServer(folder: string, realtimePort: number): StartProcessOptions {
  return {
    command: ["apps/api/src/main.ts"],
    env: {
      PORT: "0",
      DATA_DIR: join(folder, "data"),
      WEB_DIR: join(folder, "web"),
      DATABASE_URL: "",
      REALTIME: "pusher",
      PUSHER_APP_ID: appId,
      PUSHER_KEY: key,
      PUSHER_SECRET: secret,
      PUSHER_HOST: "127.0.0.1",
      PUSHER_PORT: String(realtimePort),
      PUSHER_USE_TLS: "false",
    },
    readyWhen: /Open (http:\S+)/,
  };
}
