// The page that `lockstep docs` writes, from a file in a real browser, and the code that it shows.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { run } from "@lockstep/cli";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { hasBrowser, launchBrowser } from "./browser.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "lockstep-docs-"));
  writeFileSync(join(folder, "hostile.yaml"), hostile);
  const terminal = { out: () => {}, err: () => {}, colors: false, stop: AbortSignal.abort() };
  await run(["docs", "--output", join(folder, "demo")], { ...terminal, cwd: root });
  const input = ["--input", "hostile.yaml", "--output", "hostile"];
  await run(["docs", ...input], { ...terminal, cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const attack = `</script><script>window.hit = 1</script><img src=x onerror='window.hit = 1'>`;
const hostile = `asyncapi: 3.0.0
info: { title: "${attack}", version: "--><script>window.hit = 1</script>" }
channels:
  "a b/${attack}":
    address: news
    title: "${attack}"
    description: "${attack} [click](javascript:window.hit=1)"
    messages:
      told:
        name: "x-</script>"
        description: "${attack}"
        payload:
          type: object
          properties: { "${attack}": { description: "${attack}", const: "${attack}" } }
        examples: [ { payload: { "${attack}": "${attack}" } } ]
`;

function pageOf(name: string): string {
  return readFileSync(join(folder, name, "index.html"), "utf8");
}

test("the demo's page is small", () => {
  expect(gzipSync(pageOf("demo")).length).toBeLessThan(20_000);
});

test("the code of every event and channel compiles as it stands", async () => {
  const blocks = [
    ...pageOf("demo").matchAll(/<pre[^>]*><code>(<i class="word">import<.*?)<\/code>/gs),
  ];
  expect(blocks.length).toBeGreaterThan(30);
  const texts = blocks.map(([, code = ""]) =>
    code
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
  );
  const given = `import type { Publisher } from "@lockstep/runtime/publish";
import type { Subscriber } from "@lockstep/runtime/subscribe";
declare const publisher: Publisher;
declare const subscriber: Subscriber;
`;
  const place = mkdtempSync(join(root, "packages/conformance/test/.docs-"));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  for (const [index, text] of texts.entries()) {
    writeFileSync(join(place, `block-${index}.ts`), `${given}${text}\n`);
  }
  const config = {
    extends: join(root, "tsconfig.base.json"),
    compilerOptions: {
      noEmit: true,
      composite: false,
      noUnusedLocals: false,
      lib: ["es2023", "dom"],
      rootDir: root,
    },
    include: ["*.ts"],
  };
  writeFileSync(join(place, "tsconfig.json"), JSON.stringify(config));
  const compiled = await promisify(execFile)("npx", ["tsc", "-p", place], { cwd: root }).catch(
    ({ stdout }: { stdout: string }) => ({ stdout }),
  );
  expect(compiled.stdout).toBe("");
}, 120_000);

describe.skipIf(!hasBrowser)("the docs in a browser", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  interface Open {
    readonly page: Page;
    /** What the browser complained of: violations of the security policy among it. */
    readonly complaints: readonly string[];
    /** Everything that was asked for besides the page. */
    readonly requests: readonly string[];
  }

  async function open(name: string, { hash = "", width = 1280 } = {}): Promise<Open> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    onTestFinished(() => page.close());
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => requests.push(request.url()));
    const url = pathToFileURL(join(folder, name, "index.html")).href;
    await page.goto(url + hash);
    return { page, complaints, requests: requests.slice(1) };
  }

  test.each([
    ["its wire name", "message_created", "event/staffChatConversation/messageCreated"],
    [
      "its key",
      "messageCreatedObsolete",
      "event/staffChatConversationPublic/messageCreatedObsolete",
    ],
    ["a field", "read_by", "event/privateUser/messageRead"],
    ["two words", "guestRoom sender_type", "event/guestRoom/newStaffMessage"],
    ["its channel's address", "private-user-", "channel/privateUser"],
    ["a schema", "OfferTitle", "schema/OfferTitle"],
  ])("finds by %s, with the keyboard alone", async (_, text, anchor) => {
    const { page, complaints, requests } = await open("demo");
    await page.keyboard.press("/");
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#${anchor}`);
    const target = page.locator(":target");
    await expect.poll(async () => (await target.boundingBox())?.y ?? -1).toBeLessThan(200);
    // what was found has the focus, so that the keyboard goes on from there
    expect(await target.locator("a:focus").count()).toBe(1);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
  });

  test("walks what was found, and closes", async () => {
    const { page } = await open("demo");
    const search = page.getByRole("combobox", { name: "Search" });
    await search.fill("new-message");
    const options = page.getByRole("option");
    expect(await options.count()).toBeGreaterThan(2);
    expect(await options.first().getAttribute("aria-selected")).toBe("true");
    await search.press("ArrowDown");
    const second = options.nth(1);
    expect(await second.getAttribute("aria-selected")).toBe("true");
    expect(await search.getAttribute("aria-activedescendant")).toBe(
      await second.getAttribute("id"),
    );
    await search.press("Escape");
    expect(await page.getByRole("listbox").count()).toBe(0);
    expect(await search.inputValue()).toBe("");
    await search.fill("no such thing");
    expect(await page.getByRole("listbox").innerText()).toContain("Nothing has that name.");
  });

  test("a deep link leads to an event, and its code is behind tabs that arrow keys move", async () => {
    const { page } = await open("demo", { hash: "#event/hotelOffers/offerDeleted" });
    const event = page.locator(":target");
    expect(await event.getByRole("heading", { level: 3 }).innerText()).toBe("offer-deleted");
    await event.getByRole("radio", { name: "Example" }).focus();
    await page.keyboard.press("ArrowRight");
    const shown = event.locator("pre:visible");
    expect(await shown.innerText()).toContain(
      'hotelOffers({ hotelSlug: "killarney" }).offerDeleted({',
    );
  });

  test("fits a phone", async () => {
    const { page } = await open("demo", { width: 390 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });

  test("runs and loads nothing of what a contract says", async () => {
    const { page, complaints, requests } = await open("hostile");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(
      "</script><script>",
    );
    await page.keyboard.press("/");
    await page.keyboard.type("onerror");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("window.hit")).toBeUndefined();
    expect(await page.locator("img, a[href^='javascript']").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(1);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
  });
});
