// The contract console in a real browser, over a server that real clients talk to.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Contract, createDevServer, type DevServer } from "@lockstep/dev-server";
import type { Browser, Page } from "playwright-core";
import Pusher from "pusher";
import PusherJs from "pusher-js";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { hasBrowser, launchBrowser } from "./browser.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const offerEvents: Contract["channels"][number]["events"] = [
  {
    key: "offerDeleted",
    name: "offer-deleted",
    examples: [{ offer_id: 7 }],
    judge: (value) =>
      Number.isInteger((value as { offer_id?: unknown } | null)?.offer_id)
        ? []
        : [{ pointer: "/offer_id", problem: "must be integer" }],
  },
];

const contract: Contract = {
  title: "Hotels",
  version: "1.0.0",
  channels: [
    {
      key: "hotelOffers",
      address: "hotel-{hotelSlug}",
      parameters: { hotelSlug: { type: "string" } },
      parameterExamples: { hotelSlug: "killarney" },
      events: offerEvents,
    },
    {
      key: "offersOf",
      address: "offers-of-{hotelSlug}",
      deprecated: { since: "1.0.0", sunset: "2027-06-30", use: "hotelOffers" },
      parameters: { hotelSlug: { type: "string" } },
      parameterExamples: {},
      events: offerEvents,
    },
  ],
};

interface Open {
  readonly server: DevServer;
  readonly pusher: Pusher;
  readonly page: Page;
  /** What the browser complained of: violations of the security policy among it. */
  readonly complaints: readonly string[];
}

describe.skipIf(!hasBrowser)("the console in a browser", () => {
  let browser: Browser;

  beforeAll(async () => {
    // the page's modules come from the build, also where the server runs from its source
    const project = "packages/dev-server/src/console/page";
    await promisify(execFile)("npx", ["tsc", "-b", project], { cwd: root });
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function open(width = 1280): Promise<Open> {
    const server = await createDevServer({ port: 0, contract });
    onTestFinished(() => server.close());
    const { appId, key, secret, host, port, url } = server;
    const pusher = new Pusher({ appId, key, secret, host, port: String(port), useTLS: false });
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    onTestFinished(() => page.close());
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(url);
    await page.getByText("live", { exact: true }).waitFor();
    return { server, pusher, page, complaints };
  }

  test("shows each event with its verdict and the name that was meant", async () => {
    const { pusher, page, complaints } = await open();
    await pusher.trigger("hotel-killarney", "offer-deleted", { offer_id: 7 });
    await pusher.trigger("hotel_killarney", "offer-deleted", { offer_id: 7 });
    await pusher.trigger("hotel-killarney", "offer-removed", {});
    const errors = page.locator(".record.error");
    await expect.poll(() => errors.count()).toBe(2);
    expect(await errors.allInnerTexts()).toEqual([
      expect.stringContaining('use "offer-deleted"'),
      expect.stringContaining('publish on "hotel-killarney"'),
    ]);
    await errors.first().click();
    const details = page.getByRole("complementary", { name: "Details" });
    expect(await details.innerText()).toMatch(/off the contract[\s\S]*meant: offer-deleted/);
    expect(complaints).toEqual([]);
  });

  test("links the docs of the contract that it has", async () => {
    const { server, page } = await open();
    const link = page.getByRole("link", { name: "Docs" });
    expect(await link.count()).toBe(0);
    server.useContract({ ...contract, docs: async () => "<!doctype html><title>Hotels</title>" });
    await link.waitFor();
    const [docs] = await Promise.all([page.waitForEvent("popup"), link.click()]);
    await expect.poll(() => docs.title()).toBe("Hotels");
    expect(new URL(docs.url()).pathname).toBe("/docs");
  });

  test("shows who still uses a deprecated channel, and until when", async () => {
    const { server, pusher, page, complaints } = await open();
    const tab = page.getByRole("tab", { name: "Deprecated" });
    await tab.click();
    const view = page.getByRole("tabpanel", { name: "Deprecated" });
    expect(await view.innerText()).toContain("Nobody uses it.");
    const { host, port, key } = server;
    const place = { cluster: "local", wsHost: host, wsPort: port, forceTLS: false };
    const old = new PusherJs(key, { ...place, enabledTransports: ["ws"] });
    onTestFinished(() => old.disconnect());
    old.subscribe("offers-of-killarney");
    await pusher.trigger("offers-of-killarney", "offer-deleted", { offer_id: 7 });
    await view.getByText("1 subscriber").waitFor();
    await view.getByText("the backend 1 time, last at").waitFor();
    const text = await view.innerText();
    expect(text).toContain("deprecated since 1.0.0, until 2027-06-30");
    expect(text).toContain("Use hotel-{hotelSlug}.");
    expect(text).toContain(`${old.connection.socket_id} (js`);
    expect(await tab.innerText()).toBe("Deprecated 1");
    expect(complaints).toEqual([]);
  });

  test("shows a payload that is HTML as text", async () => {
    const { pusher, page, complaints } = await open();
    const html = '<img src=x onerror="document.title = 1"><script>document.title = 2</script>';
    await pusher.trigger("hotel-killarney", html, { offer_id: 7, html });
    await page.locator(".record").first().click();
    const details = page.getByRole("complementary", { name: "Details" });
    expect(await details.locator("pre").innerText()).toContain('<img src=x onerror=\\"');
    expect(await details.getByRole("heading").innerText()).toBe(html);
    expect(await page.locator("main img, main script").count()).toBe(0);
    expect(await page.title()).toBe("Lockstep console");
    expect(complaints).toEqual([]);
  });

  test("is filtered, paused, walked through and closed by keys alone", async () => {
    const { pusher, page } = await open();
    await pusher.trigger("hotel-killarney", "offer-deleted", { offer_id: 7 });
    await pusher.trigger("hotel-sunrise", "offer-deleted", { offer_id: 8 });
    const rows = page.locator(".record");
    await expect.poll(() => rows.count()).toBe(2);
    await page.keyboard.press("/");
    await page.keyboard.type("SUNRISE");
    await expect.poll(() => rows.count()).toBe(1);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const details = page.getByRole("complementary", { name: "Details" });
    expect(await details.innerText()).toContain("hotel-sunrise");
    await page.keyboard.press("Escape");
    expect(await details.count()).toBe(0);
    await page.keyboard.press("p");
    await pusher.trigger("hotel-sunrise", "offer-deleted", { offer_id: 9 });
    await page.getByRole("button", { name: "Resume (1 new)" }).click();
    await expect.poll(() => rows.count()).toBe(2);
  });

  test("publishes by the contract, and says what is wrong with what it does not publish", async () => {
    const { page, complaints } = await open();
    await page.getByRole("tab", { name: "Publish" }).click();
    expect(await page.getByLabel("Payload, as JSON").inputValue()).toBe('{\n  "offer_id": 7\n}');
    const publish = page.getByRole("button", { name: "Publish" });
    await publish.click();
    await page
      .getByText("Published offer-deleted on hotel-killarney: nobody is subscribed.")
      .waitFor();
    expect(complaints).toEqual([]);
    await page.getByLabel("Payload, as JSON").fill('{ "offer_id": "7" }');
    await publish.click();
    await page.getByText("payload/offer_id must be integer").waitFor();
    await expect.poll(() => page.locator("#count-events").innerText()).toBe("1");
  });

  test("shows who is connected, and finds its server again", async () => {
    const { server, page } = await open();
    const { port } = server;
    const client = new PusherJs(server.key, {
      cluster: "local",
      wsHost: server.host,
      wsPort: port,
      forceTLS: false,
      enabledTransports: ["ws"],
    });
    onTestFinished(() => client.disconnect());
    client.subscribe("hotel-killarney");
    await page.getByRole("tab", { name: "Channels" }).click();
    await page.getByRole("heading", { name: "hotel-killarney" }).waitFor();
    client.disconnect();
    await server.close();
    await page.getByText("server is away").waitFor();
    const again = await createDevServer({ port, contract });
    onTestFinished(() => again.close());
    await page.getByText("live", { exact: true }).waitFor();
    await page.getByText("No channel has a subscriber.").waitFor();
  });

  test("fits a phone", async () => {
    const { pusher, page } = await open(390);
    const long = "x".repeat(180);
    await pusher.trigger(long, long, { long });
    await page.locator(".record").first().click();
    for (const tab of ["Events", "Channels", "Publish", "Settings"]) {
      await page.getByRole("tab", { name: tab }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
  });
});
