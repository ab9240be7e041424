// The whole demo: the built pages, the real API with its own data, and a realtime server behind a gate.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Pusher from "pusher";
import { buildPages } from "./build-pages.ts";
import { openRealtimeGate, type RealtimeGate } from "./realtime-gate.ts";
import { startProcess } from "./start-process.ts";

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

export async function startDemo(): Promise<Demo> {
  const [dataDir] = await Promise.all([mkdtemp(join(tmpdir(), "lockstep-web-")), buildPages()]);
  const { appId, key, secret } = credentials;
  const realtime = await startProcess({
    command: [
      "packages/cli/src/main.ts",
      ...["dev", "--port", "0", "--app-id", appId, "--key", key, "--secret", secret],
    ],
    readyWhen: /127\.0\.0\.1:(\d+)/,
  });
  const gate = await openRealtimeGate(Number(realtime.ready));
  const api = await startProcess({
    command: ["apps/api/src/main.ts"],
    env: {
      PORT: "0",
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      REALTIME: "pusher",
      PUSHER_APP_ID: appId,
      PUSHER_KEY: key,
      PUSHER_SECRET: secret,
      PUSHER_HOST: "127.0.0.1",
      PUSHER_PORT: String(gate.port),
      PUSHER_USE_TLS: "false",
    },
    readyWhen: /Open (http:\S+)/,
  });
  const pusher = new Pusher({
    ...credentials,
    host: "127.0.0.1",
    port: String(gate.port),
    useTLS: false,
  });
  return {
    url: api.ready,
    gate,
    pusher,
    log: api.output,
    async stop() {
      await api.stop();
      await gate.close();
      await realtime.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
