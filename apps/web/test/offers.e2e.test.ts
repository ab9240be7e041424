// The offers demo as people use it: two members of staff and a guest, each in a tab, with the real API behind.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeTab, hasBrowser, launchBrowser, openTab, received } from "./browser.ts";
import { png } from "./png.ts";
import {
  card,
  createOffer,
  deleteOffer,
  editOffer,
  signIn,
  storedPhoto,
  toast,
  untilLive,
} from "./staff-tab.ts";
import { DEMO_START_LIMIT_MS, type Demo, startDemo } from "./start-demo.ts";

const photo = (shade: number) => ({ name: "photo.png", mimeType: "image/png", buffer: png(shade) });

describe.skipIf(!hasBrowser)("offers in three tabs", { timeout: 60_000 }, () => {
  let demo: Demo;
  let browser: Browser;
  let aoife: Page;
  let ciaran: Page;
  let guest: Page;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
    [aoife, ciaran, guest] = await Promise.all([
      openTab(browser),
      openTab(browser),
      openTab(browser),
    ]);
    await Promise.all([
      signIn(aoife, demo.url, "aoife@killarney.example"),
      signIn(ciaran, demo.url, "ciaran@killarney.example"),
      guest.goto(`${demo.url}/hotel/killarney`).then(() => untilLive(guest)),
    ]);
  }, DEMO_START_LIMIT_MS);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  const mostCards = (page: Page, title: string) =>
    page.evaluate((wanted) => window.mostCards[wanted] ?? 0, title);

  it("shows an own offer before its broadcast, then everywhere, once, with a toast only elsewhere", async () => {
    const publish = demo.gate.holdPublishing();
    await createOffer(aoife, { title: "Winter tea", summary: "By the fire", photo: photo(60) });
    await storedPhoto(card(aoife, "Winter tea"));
    expect(await card(ciaran, "Winter tea").count()).toBe(0);
    publish();
    await Promise.all([card(ciaran, "Winter tea").waitFor(), card(guest, "Winter tea").waitFor()]);
    await toast(ciaran, "“Winter tea” is new in the list.").waitFor();
    expect(await storedPhoto(card(guest, "Winter tea"))).toBe(
      await storedPhoto(card(ciaran, "Winter tea")),
    );
    await expect.poll(() => received(aoife)).toMatch(/offer-created.*Winter tea/);
    expect(await toast(aoife, "Winter tea").count()).toBe(0);
    for (const page of [aoife, ciaran, guest]) expect(await mostCards(page, "Winter tea")).toBe(1);
  });

  it("shows an own offer once when its event comes before the answer", async () => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await aoife.route("**/api/staff/hotel/killarney/offers*", async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      const response = await route.fetch();
      await held;
      return route.fulfill({ response });
    });
    await createOffer(aoife, { title: "Echo" });
    await card(ciaran, "Echo").waitFor();
    await expect.poll(() => received(aoife)).toMatch(/offer-created.*Echo/);
    await card(aoife, "Echo").getByText("Saving…").waitFor();
    const answered = aoife.waitForResponse((response) => response.request().method() === "POST");
    answer();
    await answered;
    await card(aoife, "Echo").and(aoife.locator("[aria-busy='false']")).waitFor();
    await aoife.unroute("**/api/staff/hotel/killarney/offers*");
    expect(await mostCards(aoife, "Echo")).toBe(1);
    expect(await toast(aoife, "Echo").count()).toBe(0);
  });

  it("carries an edit to the other tabs, and takes a hidden offer off the public page only", async () => {
    await editOffer(aoife, "Echo", (dialog) => dialog.getByLabel("Title").fill("Echo of the lake"));
    await Promise.all(
      [aoife, ciaran, guest].map((page) => card(page, "Echo of the lake").waitFor()),
    );
    await editOffer(ciaran, "Echo of the lake", (dialog) =>
      dialog.getByLabel("Show on the public page").uncheck(),
    );
    await card(guest, "Echo of the lake").waitFor({ state: "detached" });
    await card(aoife, "Echo of the lake").getByText("Hidden").waitFor();
    await editOffer(aoife, "Echo of the lake", (dialog) =>
      dialog.getByLabel("Show on the public page").check(),
    );
    await card(guest, "Echo of the lake").waitFor();
  });

  it("moves an offer to its new place without drawing it anew", async () => {
    const titles = (page: Page) =>
      page.locator(".offers > li:not(.is-leaving) h2").allTextContents();
    const handle = await card(guest, "Winter tea").elementHandle();
    await editOffer(aoife, "Winter tea", (dialog) =>
      dialog.getByLabel("Place in the list").fill("9999"),
    );
    await expect.poll(() => titles(guest).then((all) => all.at(-1))).toBe("Winter tea");
    expect(await handle?.evaluate((element) => element.isConnected)).toBe(true);
    expect(await titles(guest)).toEqual(
      (await titles(aoife)).filter((title) => !title.startsWith("Midsummer")),
    );
  });

  it("uploads a photo at once: preview and progress here, the photo everywhere", async () => {
    const before = await storedPhoto(card(guest, "Winter tea"));
    let send: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      send = resolve;
    });
    await aoife.route("**/upload-image*", async (route) => {
      await held;
      await route.continue();
    });
    await card(aoife, "Winter tea").getByLabel("Change photo").setInputFiles(photo(200));
    await card(aoife, "Winter tea").locator(".photo img[src^='blob:']").waitFor();
    await card(aoife, "Winter tea").getByRole("progressbar").waitFor();
    send();
    await card(guest, "Winter tea").locator(`.photo img:not([src="${before}"])`).waitFor();
    const after = await storedPhoto(card(guest, "Winter tea"));
    for (const page of [aoife, ciaran])
      await card(page, "Winter tea").locator(`.photo img[src="${after}"]`).waitFor();
    await aoife.unroute("**/upload-image*");
  });

  it("takes a refused change back with a sentence, and gives the text back", async () => {
    await aoife.route("**/api/staff/hotel/killarney/offers*", (route) =>
      route.request().method() === "POST"
        ? route.fulfill({ status: 503, json: { error: "The kitchen is on fire" } })
        : route.continue(),
    );
    await createOffer(aoife, { title: "Never was", summary: "Kept" });
    await toast(aoife, "“Never was” was not created. The kitchen is on fire.").waitFor();
    await card(aoife, "Never was").waitFor({ state: "detached" });
    await aoife.unroute("**/api/staff/hotel/killarney/offers*");
    await aoife.getByRole("button", { name: "Open again" }).click();
    const dialog = aoife.getByRole("dialog", { name: "New offer" });
    expect(await dialog.getByLabel("In one line").inputValue()).toBe("Kept");
    await aoife.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  it("deletes everywhere after a question, with a toast only elsewhere", async () => {
    await deleteOffer(ciaran, "Echo of the lake");
    await toast(aoife, "“Echo of the lake” was deleted.").waitFor();
    for (const page of [aoife, ciaran, guest])
      await card(page, "Echo of the lake").waitFor({ state: "detached" });
    expect(await toast(ciaran, "Echo of the lake").count()).toBe(0);
    expect(await ciaran.locator(".offers:focus").count()).toBe(1);
  });

  it("names a wrong payload in the problems and keeps it out of the list", async () => {
    const offer = { id: "7", title: "Off-contract" };
    await demo.pusher.trigger("hotel-killarney", "offer-created", { offer, action: "created" });
    const problems = aoife.getByRole("status", { name: "Problems" });
    await problems.getByText("1 problem").click();
    await problems.getByText("hotel-killarney · offer-created").waitFor();
    await createOffer(aoife, { title: "Still alive" });
    await Promise.all([ciaran, guest].map((page) => card(page, "Still alive").waitFor()));
    for (const page of [aoife, ciaran, guest])
      expect(await card(page, "Off-contract").count()).toBe(0);
  });

  it("fetches again after a cut connection what it has missed", async () => {
    const letIn = demo.gate.shutPagesOut();
    const status = ciaran.getByRole("status", { name: "Connection" });
    await status.getByText("Reconnecting…").waitFor();
    await editOffer(aoife, "Still alive", (dialog) => dialog.getByLabel("Title").fill("Missed"));
    await expect.poll(() => demo.log()).toMatch(/event published.*offer-updated[^\n]*$/m);
    await card(aoife, "Missed").and(aoife.locator("[aria-busy='false']")).waitFor();
    expect(await card(ciaran, "Missed").count()).toBe(0);
    letIn();
    await Promise.all([ciaran, guest].map((page) => card(page, "Missed").waitFor()));
    await Promise.all([aoife, ciaran, guest].map(untilLive));
    expect(await mostCards(ciaran, "Missed")).toBe(1);
  });

  it("asks every few seconds, and says so, where realtime is off", async () => {
    const page = await openTab(browser);
    await page.route("**/api/realtime/config*", (route) =>
      route.fulfill({ json: { enabled: false } }),
    );
    await page.goto(`${demo.url}/hotel/killarney`);
    await page.getByText("The page asks for changes every 5 seconds.").waitFor();
    await card(page, "Missed").waitFor();
    await deleteOffer(aoife, "Missed");
    await card(page, "Missed").waitFor({ state: "detached" });
    await closeTab(page);
  });

  it("says so where the realtime server refuses the page, and asks every few seconds", async () => {
    const page = await openTab(browser);
    await page.route("**/api/realtime/config*", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), key: "wrong" } });
    });
    await page.goto(`${demo.url}/hotel/killarney`);
    const status = page.getByRole("status", { name: "Connection" });
    await status.getByText("Refused").waitFor();
    await status.getByText("The page asks for changes every 5 seconds.").waitFor();
    await closeTab(page);
  });

  it("sends an expired session back to the sign-in, with a word about it, and then on", async () => {
    await ciaran.evaluate(async () => {
      const { token } = JSON.parse(sessionStorage.getItem("lockstep-demo.session") ?? "{}");
      await fetch("/api/auth/logout", {
        method: "POST",
        headers: { Authorization: `Token ${token}` },
      });
    });
    await deleteOffer(ciaran, "Winter tea");
    await ciaran.getByText("Your session has ended. Please sign in again.").waitFor();
    await ciaran.getByLabel("E-mail").fill("ciaran@killarney.example");
    await ciaran.getByLabel("Password").fill("wrong");
    await ciaran.getByRole("button", { name: "Sign in" }).click();
    await ciaran.getByText("The e-mail address or the password is wrong.").waitFor();
    await signIn(ciaran, demo.url, "ciaran@killarney.example");
    await card(ciaran, "Winter tea").waitFor();
  });

  it("tells staff of another hotel that this is not theirs", async () => {
    const page = await openTab(browser);
    await signIn(page, demo.url, "marta@paradise.example");
    await page.goto(`${demo.url}/staff/killarney/offers`);
    await page.getByText("Only staff of Hotel Killarney may do this.").waitFor();
    expect(await page.getByRole("button", { name: "New offer" }).count()).toBe(0);
    await page.getByRole("link", { name: "See the public page" }).waitFor();
    await closeTab(page);
  });

  it("has violated no content security policy all the while", async () => {
    for (const page of [aoife, ciaran, guest])
      expect(await page.evaluate(() => window.violations)).toEqual([]);
  });
});
