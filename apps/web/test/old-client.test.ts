// A page from before the contract, against the whole demo: it listens to the public channel, by the obsolete name.
// It lives as long as `message-created` stands in the contract, of which `npm run check` says when that ends.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PusherJs, { type Options } from "pusher-js";
import { expect, onTestFinished, test } from "vitest";
import { DEMO_START_LIMIT_MS } from "./start-demo.ts";
import { startProcess } from "./start-process.ts";

// under nodenext the type of its default export is that of the module
const Client = PusherJs as unknown as typeof PusherJs.default;
const channelName = "hotel-killarney.staff-chat.1";
const newChannelName = `private-${channelName}`;
const limit = { timeout: DEMO_START_LIMIT_MS };

interface OldDemo {
  /** Sends a staff message. */
  readonly say: (text: string) => Promise<void>;
  /** What the old page has seen, as `data.payload.text` of each `message-created`. */
  readonly seen: readonly string[];
  /** Resolves once a page of today has this text from the private channel. */
  readonly arrived: (text: string) => Promise<void>;
}

async function startWithOldPage(environment: Record<string, string>): Promise<OldDemo> {
  const folder = await mkdtemp(join(tmpdir(), "lockstep-old-client-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>demo</title>");
  const api = await startProcess({
    command: ["apps/api/src/main.ts"],
    env: {
      ...{ PORT: "0", REALTIME_PORT: "0", DATABASE_URL: "" },
      ...{ DATA_DIR: join(folder, "data"), WEB_DIR: folder },
      ...environment,
    },
    readyWhen: /Open (\S+)/,
  });
  onTestFinished(api.stop);
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${api.ready}${path}`, init);
    expect(response.ok).toBe(true);
    return (await response.json()) as Record<string, string>;
  };
  const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const login = { email: "aoife@killarney.example", password: "lockstep" };
  const { token } = await ask("/api/auth/login/", post(login));
  const { key = "", ...place } = await ask("/api/realtime/config/");
  const connect = () => {
    const client = new Client(key, {
      ...(place as unknown as Pick<Options, "cluster" | "forceTLS" | "wsHost" | "wsPort">),
      enabledTransports: ["ws"],
      channelAuthorization: {
        transport: "ajax",
        endpoint: `${api.ready}/api/pusher/auth/`,
        customHandler: async ({ socketId, channelName: name }, callback) => {
          const body = { socket_id: socketId, channel_name: name };
          const init = post(body, { Authorization: `Token ${token}` });
          callback(null, (await ask("/api/pusher/auth/", init)) as { auth: string });
        },
      },
    });
    onTestFinished(() => client.disconnect());
    return client;
  };
  const subscribed = (client: InstanceType<typeof Client>, name: string) => {
    const channel = client.subscribe(name);
    return new Promise<typeof channel>((resolve) => {
      channel.bind("pusher:subscription_succeeded", () => resolve(channel));
    });
  };
  const seen: string[] = [];
  const old = await subscribed(connect(), channelName);
  old.bind("message-created", (data: { readonly payload: { readonly text: string } }) => {
    seen.push(data.payload.text);
  });
  const today = await subscribed(connect(), newChannelName);
  const waiting = new Map<string, () => void>();
  today.bind("message_created", ({ data }: { readonly data: { readonly text: string } }) =>
    waiting.get(data.text)?.(),
  );
  return {
    seen,
    arrived: (text) => new Promise((resolve) => waiting.set(text, resolve)),
    say: async (text) => {
      const path = "/api/staff/hotel/killarney/staff-chat/conversations/1/messages/";
      await ask(path, post({ text }, { Authorization: `Token ${token}` }));
    },
  };
}

test("an old page keeps working while the switch is on", limit, async () => {
  const { say, seen } = await startWithOldPage({ PUBLISH_DEPRECATED: "true" });
  await say("Room 12 needs a cot.");
  await expect.poll(() => seen, { timeout: 10_000 }).toEqual(["Room 12 needs a cot."]);
});

test(
  "it gets nothing while the switch is off, as pages of today get everything",
  limit,
  async () => {
    const { arrived, say, seen } = await startWithOldPage({ PUBLISH_DEPRECATED: "" });
    for (const text of ["one", "two"]) {
      const came = arrived(text);
      await say(text);
      await came;
    }
    // the second came behind everything that the first could have sent
    expect(seen).toEqual([]);
  },
);
