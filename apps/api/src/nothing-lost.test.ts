// The process as a whole under load, killed, or without its realtime server: what was committed is what arrives.
import { randomInt, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openRealtimeEndpoint, type RealtimeEndpoint } from "./testing/realtime-endpoint.ts";
import { type DemoProcess, startProcess } from "./testing/start-process.ts";
import { form, json, jsonOf } from "./testing/test-app.ts";

const serverUrl = process.env.TEST_DATABASE_URL;
const kinds = [
  { name: "PGlite", open: async () => ({ environment: {}, remove: async () => {} }) },
  ...(serverUrl ? [{ name: "PostgreSQL", open: () => createDatabase(serverUrl) }] : []),
];

const KILLS = 3;
const WRITERS = 4;
// a killed process holds its rows for the relay's lease; and processes start slowly where many other tests run
const PATIENCE_MS = 240_000;

describe.each(kinds)("on $name", ({ name, open }) => {
  let folder: string;
  let database: Awaited<ReturnType<typeof open>>;
  let realtime: RealtimeEndpoint;
  let onRequest = () => {};
  let running: DemoProcess | undefined;
  let token = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lockstep-lost-"));
    await writeFile(join(folder, "index.html"), "<!doctype html><title>demo</title>");
    database = await open();
  });
  beforeEach(async () => {
    realtime = await openRealtimeEndpoint(() => onRequest());
  });
  afterEach(async () => {
    onRequest = () => {};
    await kill();
    await realtime.close();
  });
  afterAll(async () => {
    await database.remove();
    await rm(folder, { recursive: true, force: true });
  });

  /** Answers the process's address. */
  async function start(): Promise<string> {
    running = startProcess({
      PORT: "0",
      DATA_DIR: join(folder, "data"),
      WEB_DIR: folder,
      ...database.environment,
      ...realtime.environment,
    });
    const [, url = ""] = await running.printed(/Open (http:\S+)/);
    const login = { email: "aoife@killarney.example", password: "lockstep" };
    token ||= (
      await jsonOf<{ token: string }>(fetch(`${url}/api/auth/login/`, json("POST", login)))
    ).token;
    return url;
  }

  async function kill(): Promise<void> {
    running?.child.kill("SIGKILL");
    await running?.ended;
    running = undefined;
  }

  function toOffers(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = { Authorization: `Token ${token}` };
    return fetch(`${url}/api/staff/hotel/killarney/offers/`, { ...init, headers });
  }

  async function committed(url: string): Promise<readonly number[]> {
    const offers = await jsonOf<{ id: number; title: string }[]>(toOffers(url));
    return ordered(offers.filter(({ title }) => title.startsWith("Load")).map(({ id }) => id));
  }

  function delivered(): readonly number[] {
    const created = realtime.taken.filter((event) => event.name === "offer-created");
    return ordered(new Set(created.map(({ data }) => JSON.parse(data).offer.id as number)));
  }

  test(
    "a process that is killed under load loses no event, and sends none that was not committed",
    async () => {
      const answered: number[] = [];
      let left = 0;
      let reached = () => {};
      onRequest = count;
      function count(): void {
        if (--left === 0) reached();
      }
      // until the process is gone, which a request under way hears of as an error
      const write = async (url: string) => {
        for (;;) {
          const response = await toOffers(url, form("POST", { title: "Load" }));
          answered.push((await jsonOf<{ id: number }>(response)).id);
          count();
        }
      };
      for (let killed = 0; killed < KILLS; killed++) {
        const url = await start();
        const moment = new Promise<void>((resolve) => {
          reached = resolve;
        });
        left = randomInt(15, 60);
        const writers = Array.from({ length: WRITERS }, () => write(url));
        const ended = Promise.allSettled(writers);
        await moment;
        await kill();
        await ended;
      }
      const url = await start();
      const all = await committed(url);
      await expect.poll(delivered, { timeout: PATIENCE_MS / 2, interval: 100 }).toEqual(all);
      expect(all).toEqual(expect.arrayContaining(answered));
      expect(answered.length).toBeGreaterThan(20);
      process.stdout.write(
        `the API's process on ${name}, ${KILLS} killed: ${all.length} committed, ${answered.length} answered, ` +
          `${delivered().length} delivered, ${realtime.taken.length - delivered().length} repeated\n`,
      );
    },
    PATIENCE_MS,
  );

  test(
    "requests go on while the realtime server refuses or hangs, and everything arrives afterwards",
    async () => {
      const url = await start();
      const before = await committed(url);
      for (const behaviour of ["refuse", "hang"] as const) {
        realtime.behave(behaviour);
        for (let offer = 0; offer < 5; offer++) {
          expect((await toOffers(url, form("POST", { title: "Load" }))).status).toBe(201);
        }
        await expect
          .poll(() => realtime.requests(behaviour), { timeout: 30_000, interval: 20 })
          .toBeGreaterThan(1);
      }
      expect(realtime.taken).toEqual([]);
      realtime.behave("take");
      const all = await committed(url);
      const wanted = all.filter((id) => !before.includes(id));
      expect(wanted).toHaveLength(10);
      await expect.poll(delivered, { timeout: PATIENCE_MS / 2, interval: 100 }).toEqual(wanted);
    },
    PATIENCE_MS,
  );
});

function ordered(ids: Iterable<number>): readonly number[] {
  return [...ids].sort((a, b) => a - b);
}

async function createDatabase(url: string) {
  const name = `lockstep_lost_${randomUUID().replaceAll("-", "")}`;
  const server = postgres(url, { max: 1, onnotice: () => {} });
  await server.unsafe(`create database ${name}`);
  const remove = async () => {
    await server.unsafe(`drop database ${name} with (force)`);
    await server.end();
  };
  const address = Object.assign(new URL(url), { pathname: name }).href;
  return { environment: { DATABASE_URL: address }, remove };
}
