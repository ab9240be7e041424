// The process as a whole: what it serves, what it says when it cannot start, and how it stops.
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { photoFile, pngBytes } from "./testing/sample-images.ts";
import { type DemoProcess, startProcess } from "./testing/start-process.ts";
import { form, json, jsonOf } from "./testing/test-app.ts";

let folder: string;
let environment: Record<string, string>;
const processes: DemoProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lockstep-main-"));
  await mkdir(join(folder, "web", "assets"), { recursive: true });
  await writeFile(join(folder, "web", "index.html"), "<!doctype html><title>demo</title>");
  await writeFile(join(folder, "web", "assets", "a-1.js"), "export {}");
  environment = {
    PORT: "0",
    REALTIME_PORT: "0",
    DATA_DIR: join(folder, "data"),
    WEB_DIR: join(folder, "web"),
    METRICS_TOKEN: "monitoring-only",
  };
});

afterAll(async () => {
  for (const { child, ended } of processes) {
    child.kill("SIGKILL");
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

function start(changes: Record<string, string> = {}): DemoProcess {
  const started = startProcess({ ...environment, ...changes });
  processes.push(started);
  return started;
}

describe("a running demo", () => {
  let demo: DemoProcess;
  let url: string;
  beforeAll(async () => {
    demo = start();
    const [, opened = ""] = await demo.printed(/Open (\S+)[\s\S]*Ctrl-C stops/);
    url = opened;
  });

  test("prints one address and the logins", () => {
    expect(demo.output.stdout).toContain("aoife@killarney.example, ciaran@killarney.example");
    expect(demo.output.stdout).toContain('the password "lockstep"');
    expect(demo.output.stdout).toContain("(killarney), room 101, PIN 271828: Emma Fischer");
    expect(demo.output.stdout).toContain("noor@crm.example, liam@crm.example, ines@crm.example");
    expect(demo.output.stderr).toBe("");
  });

  test("serves the page at every address that is not the API's", async () => {
    for (const path of ["/", "/hotel/killarney", "/staff/killarney/offers/"]) {
      const response = await fetch(url + path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain("<title>demo</title>");
      expect(response.headers.get("Cache-Control")).toBe("no-cache");
    }
    const script = await fetch(`${url}/assets/a-1.js`);
    expect(script.headers.get("Content-Type")).toMatch(/^text\/javascript/);
    expect(script.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect((await fetch(`${url}/assets/none.js`)).status).toBe(404);
    expect((await fetch(`${url}/api/nothing`)).headers.get("Content-Type")).toBe(
      "application/json",
    );
    expect((await fetch(url, { method: "POST" })).status).toBe(404);
    for (const probe of ["healthz", "readyz", "metrics"]) {
      const { status, headers } = await fetch(`${url}/${probe}`, {
        headers: { Authorization: "Bearer monitoring-only" },
      });
      expect([status, headers.get("Content-Type")]).not.toEqual([200, "text/html; charset=utf-8"]);
      expect(status).toBe(200);
    }
  });

  test("lets the page reach itself and the realtime server, and nothing else", async () => {
    const config = await jsonOf<{ wsPort: number }>(fetch(`${url}/api/realtime/config/`));
    expect(config).toEqual({
      enabled: true,
      key: "app-key",
      cluster: "local",
      wsHost: "127.0.0.1",
      wsPort: expect.any(Number),
      forceTLS: false,
    });
    const policy = (await fetch(url)).headers.get("Content-Security-Policy")?.split("; ");
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      `img-src 'self' blob: ${url}`,
      `connect-src 'self' ws://127.0.0.1:${config.wsPort}`,
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]);
  });

  test("publishes what changes, and serves the images", async () => {
    const login = { email: "aoife@killarney.example", password: "lockstep" };
    const { token } = await jsonOf<{ token: string }>(
      fetch(`${url}/api/auth/login/`, json("POST", login)),
    );
    const offer = await jsonOf<{ photo_url: string }>(
      fetch(`${url}/api/staff/hotel/killarney/offers/`, {
        ...form("POST", { title: "Spa", photo: photoFile(pngBytes) }),
        headers: { Authorization: `Token ${token}` },
      }),
    );
    const image = await fetch(offer.photo_url);
    expect(image.headers.get("Content-Type")).toBe("image/png");
    expect(image.headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
    await demo.printed(/"event published","channel":"hotel-killarney","event":"offer-created"/);
  });

  test("keeps a second process out of its folder", async () => {
    const second = start();
    expect(await second.ended).toBe(1);
    const { DATA_DIR } = environment;
    expect(second.output.stderr).toBe(
      `data folder: ${DATA_DIR} is in use by process ${demo.child.pid}; stop it, or set DATA_DIR to another folder\n`,
    );
  });

  test("stops on SIGTERM, and finds its data again", async () => {
    demo.child.kill("SIGTERM");
    expect(await demo.ended).toBe(0);
    expect(demo.output.stderr).toBe("");
    const again = start();
    const [, opened] = await again.printed(/Open (\S+)/);
    const offers = await jsonOf<{ title: string }[]>(fetch(`${opened}/api/hotel/killarney/offers`));
    expect(offers.map(({ title }) => title)).toContain("Spa");
    again.child.kill("SIGINT");
    expect(await again.ended).toBe(0);
  });

  test("waits for requests under way, but not when it is told twice", async () => {
    const stubborn = start();
    const [, port] = await stubborn.printed(/Open http:\S+:(\d+)[\s\S]*Ctrl-C stops/);
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => {});
    const head = "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json";
    socket.write(`${head}\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n`);
    await once(socket, "data");
    stubborn.child.kill("SIGINT");
    await stubborn.printed(/Stopping/);
    const { child } = stubborn;
    await expect
      .poll(() => child.exitCode ?? (child.kill("SIGINT") && undefined), { interval: 100 })
      .toBe(130);
    socket.destroy();
  });
});

describe("a demo that cannot start", () => {
  let other: Server;
  let port: number;
  beforeAll(async () => {
    other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    port = (other.address() as AddressInfo).port;
  });
  afterAll(() => void other.close());

  test.each([
    {
      what: "a port that is in use",
      changes: (): Record<string, string> => ({ PORT: String(port) }),
      line: (): string =>
        `port: ${port} on 127.0.0.1 is in use; stop the program that has it, or set PORT to another`,
    },
    {
      what: "a realtime port that is in use",
      changes: (): Record<string, string> => ({ REALTIME_PORT: String(port) }),
      line: (): string =>
        `realtime: port ${port} on 127.0.0.1 is in use; stop the program that has it, or set REALTIME_PORT to another`,
    },
    {
      what: "a page that is not built",
      changes: (): Record<string, string> => ({ WEB_DIR: folder }),
      line: (): string => `web page: there is none in ${folder}; run npm run build`,
    },
    {
      what: "a PostgreSQL that is not there",
      changes: (): Record<string, string> => ({
        DATABASE_URL: `postgres://u:secret@127.0.0.1:1/demo`,
      }),
      line: (): string =>
        "database: 127.0.0.1:1/demo: connect ECONNREFUSED 127.0.0.1:1; check DATABASE_URL",
    },
    {
      what: "credentials by half",
      changes: (): Record<string, string> => ({
        PUSHER_APP_ID: "1",
        PUSHER_KEY: "k",
        PUSHER_CLUSTER: "eu",
      }),
      line: (): string =>
        "PUSHER_SECRET: is missing; realtime by Pusher needs PUSHER_APP_ID, PUSHER_KEY, PUSHER_SECRET",
    },
    {
      what: "a data folder that is a file",
      changes: (): Record<string, string> => ({
        DATA_DIR: join(folder, "web", "index.html", "data"),
      }),
      line: (): string =>
        `data folder: cannot make ${join(folder, "web", "index.html", "data")}: ENOTDIR: not a directory, mkdir '${join(folder, "web", "index.html", "data")}'; set DATA_DIR to another folder`,
    },
  ])("says $what in one line", async ({ changes, line }) => {
    const demo = start(changes());
    expect(await demo.ended).toBe(1);
    expect(demo.output).toEqual({ stdout: "", stderr: `${line()}\n` });
  });
});
