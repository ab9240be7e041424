// What still hears of a session after its end, by the official client against the whole demo: nothing.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PusherJs, { type Options } from "pusher-js";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { DEMO_START_LIMIT_MS } from "./start-demo.ts";
import { startProcess } from "./start-process.ts";

// under nodenext the type of its default export is that of the module
const Client = PusherJs as unknown as typeof PusherJs.default;

let folder: string;
let api: Awaited<ReturnType<typeof startProcess>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lockstep-sign-out-"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>demo</title>");
  api = await startProcess({
    command: ["apps/api/src/main.ts"],
    env: {
      ...{ PORT: "0", REALTIME_PORT: "0", DATABASE_URL: "" },
      ...{ DATA_DIR: join(folder, "data"), WEB_DIR: folder },
    },
    readyWhen: /Open (\S+)/,
  });
}, DEMO_START_LIMIT_MS);
afterAll(async () => {
  await api?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function ask<Body>(path: string, body: unknown, token?: string): Promise<Body> {
  const response = await fetch(`${api.ready}${path}`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(token !== undefined && { Authorization: `Token ${token}` }),
    },
    body: JSON.stringify(body),
  });
  expect(response.ok, `${path} answered ${response.status}`).toBe(true);
  return (response.status === 204 ? undefined : await response.json()) as Body;
}

const logIn = (path: string, credentials: object) =>
  ask<{ readonly token: string }>(path, credentials).then(({ token }) => token);
const staff = () =>
  logIn("/api/auth/login/", { email: "aoife@killarney.example", password: "lockstep" });
const guest = () =>
  logIn("/api/guest/login/", { hotel_slug: "killarney", room_number: 101, pin: "271828" });

/** A page that listens to a channel on behalf of a session, and never leaves by itself. */
async function listen(token: string, channelName: string) {
  const config = await fetch(`${api.ready}/api/realtime/config/`);
  const { key, ...place } = (await config.json()) as { key: string } & Options;
  const unused = { endpoint: "", transport: "ajax" } as const;
  const client = new Client(key, {
    ...place,
    enabledTransports: ["ws"],
    channelAuthorization: {
      ...unused,
      customHandler: ({ socketId: socket_id, channelName: channel_name }, callback) =>
        void ask<{ auth: string }>("/api/pusher/auth/", { socket_id, channel_name }, token).then(
          (answer) => callback(null, answer),
        ),
    },
    userAuthentication: {
      ...unused,
      customHandler: ({ socketId: socket_id }, callback) =>
        void ask<{ auth: string; user_data: string }>(
          "/api/pusher/user-auth/",
          { socket_id },
          token,
        ).then((answer) => callback(null, answer)),
    },
  });
  onTestFinished(() => client.disconnect());
  const heard: string[] = [];
  client.signin();
  const channel = client.subscribe(channelName);
  channel.bind("new-message", ({ message }: { readonly message: string }) => heard.push(message));
  await expect.poll(() => channel.subscribed).toBe(true);
  await client.user.signinDonePromise;
  return { client, heard };
}

test.each([
  { who: "staff", signIn: staff, signOut: "/api/auth/logout/" },
  { who: "a guest", signIn: guest, signOut: "/api/guest/logout/" },
])("$who who signs out hears nothing more; another session of theirs does", async (person) => {
  const channel = "private-killarney-conversation-1-chat";
  const writer = await guest();
  const say = (message: string) =>
    ask("/api/guest/hotel/killarney/conversations/1/messages/", { message }, writer);
  const token = await person.signIn();
  const ended = await listen(token, channel);
  const other = await listen(await person.signIn(), channel);
  await say("Before");
  for (const { heard } of [ended, other]) await expect.poll(() => heard).toEqual(["Before"]);

  await ask(person.signOut, {}, token);
  await expect.poll(() => ended.client.connection.state).toBe("disconnected");
  await say("After");
  await expect.poll(() => other.heard).toEqual(["Before", "After"]);
  expect(ended.heard).toEqual(["Before"]);
  expect(ended.client.connection.state).toBe("disconnected");
});
