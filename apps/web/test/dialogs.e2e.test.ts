// The forms of the offers demo as people use them: the focus, faults, photos, and what happens elsewhere meanwhile.
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
  toast,
  untilLive,
} from "./staff-tab.ts";
import { DEMO_START_LIMIT_MS, type Demo, startDemo } from "./start-demo.ts";

const photo = { name: "photo.png", mimeType: "image/png", buffer: png(60) };
const notes = { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("not an image") };
const offersOfKillarney = "**/api/staff/hotel/killarney/offers*";

describe.skipIf(!hasBrowser)("the forms of the pages", { timeout: 60_000 }, () => {
  let demo: Demo;
  let browser: Browser;
  let aoife: Page;
  let ciaran: Page;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
    [aoife, ciaran] = await Promise.all([openTab(browser), openTab(browser)]);
    for (const page of [aoife, ciaran]) page.setDefaultTimeout(10_000);
    await signIn(ciaran, demo.url, "ciaran@killarney.example");
  }, DEMO_START_LIMIT_MS);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  const dialogOf = (page: Page) => page.getByRole("dialog");

  async function openForm(page: Page) {
    await page.getByRole("button", { name: "New offer" }).click();
    return dialogOf(page);
  }

  async function closeForm(page: Page) {
    await dialogOf(page).getByRole("button", { name: "Cancel" }).click();
    await dialogOf(page).waitFor({ state: "detached" });
  }

  it("signs in with a login that was clicked", async () => {
    await aoife.goto(`${demo.url}/staff/sign-in`);
    await aoife.getByRole("button", { name: "aoife@killarney.example" }).click();
    await aoife.keyboard.press("Enter");
    await aoife.getByRole("heading", { name: "Offers", level: 1 }).waitFor();
    await untilLive(aoife);
  });

  it("begins a form at its title, and closes no dialog by Enter", async () => {
    const dialog = await openForm(aoife);
    await dialog.getByLabel("Title").and(aoife.locator(":focus")).waitFor();
    await aoife.keyboard.press("Enter");
    await dialog.getByText("Please give the offer a title.").waitFor();
    await closeForm(aoife);
    await aoife.getByRole("button", { name: "Edit Lakeside spa weekend" }).click();
    await dialog.getByLabel("Title").and(aoife.locator(":focus")).waitFor();
    await closeForm(aoife);
  });

  it("takes a fault back as soon as it is mended, and blames nothing else meanwhile", async () => {
    const dialog = await openForm(aoife);
    const first = dialog.getByLabel("First day");
    await dialog.getByRole("button", { name: "Create offer" }).click();
    await dialog.getByText("Please give the offer a title.").waitFor();
    await first.fill("2026-12-02");
    await dialog.getByLabel("Last day").fill("2026-12-01");
    expect(await dialog.locator(".fault").allTextContents()).toHaveLength(1);
    await dialog.getByLabel("Title").fill("Spa");
    await expect.poll(() => dialog.locator(".fault").count()).toBe(0);
    await dialog.getByRole("button", { name: "Create offer" }).click();
    await dialog.getByText("The last day must not lie before the first one.").waitFor();
    await first.fill("2026-11-30");
    await expect.poll(() => dialog.locator(".fault").count()).toBe(0);
    await closeForm(aoife);
  });

  it("says at the field that a file is no image, and sends nothing until it is gone", async () => {
    const dialog = await openForm(aoife);
    await dialog.getByLabel("Title").fill("Notes");
    await dialog.getByLabel("Photo").setInputFiles(notes);
    await dialog.getByText("This file holds no image; please choose another one.").waitFor();
    await dialog.getByRole("button", { name: "Create offer" }).click();
    await dialog.getByLabel("Photo").and(aoife.locator(":focus")).waitFor();
    await dialog.getByRole("button", { name: "Leave it out" }).click();
    expect(await dialog.getByLabel("Photo").inputValue()).toBe("");
    await dialog.getByRole("button", { name: "Create offer" }).click();
    await card(ciaran, "Notes").waitFor();
  });

  it("opens a refused offer again with its photo", async () => {
    await aoife.route(offersOfKillarney, (route) =>
      route.request().method() === "POST"
        ? route.fulfill({ status: 503, json: { error: "The kitchen is on fire" } })
        : route.continue(),
    );
    await createOffer(aoife, { title: "With photo", photo });
    await aoife.getByRole("button", { name: "Open again" }).click();
    await aoife.unroute(offersOfKillarney);
    const dialog = dialogOf(aoife);
    await dialog.locator(".photo img[src^='blob:']").waitFor();
    expect(await dialog.getByLabel("Photo").inputValue()).toMatch(/photo\.png$/);
    await dialog.getByRole("button", { name: "Create offer" }).click();
    await card(ciaran, "With photo").locator(".photo img[src*='/media/']").waitFor();
  });

  it.each([
    { width: 1280, height: 800 },
    { width: 360, height: 640 },
  ])(
    "keeps the title and the actions of a long form in sight at $width × $height",
    async (size) => {
      await aoife.setViewportSize(size);
      const dialog = await openForm(aoife);
      for (const shown of [
        dialog.getByRole("heading"),
        dialog.getByRole("button", { name: "Close" }),
        dialog.getByRole("button", { name: "Create offer" }),
      ]) {
        const box = await shown.boundingBox();
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height - 8);
      }
      await dialog.getByLabel("Photo").setInputFiles(photo);
      await dialog.getByRole("button", { name: "Leave it out" }).click();
      await closeForm(aoife);
    },
  );

  it("shows toasts over an open dialog, where they can be dismissed, and after it", async () => {
    await aoife.setViewportSize({ width: 360, height: 740 });
    const dialog = await openForm(aoife);
    await createOffer(ciaran, { title: "Toasted" });
    const message = toast(aoife, "“Toasted” is new in the list.");
    await message.waitFor();
    const [bottom, top] = await Promise.all([
      dialog
        .locator(".toast")
        .boundingBox()
        .then((box) => (box?.y ?? 0) + (box?.height ?? 0)),
      dialog
        .getByRole("heading")
        .boundingBox()
        .then((box) => box?.y),
    ]);
    expect(bottom).toBeLessThanOrEqual(top ?? 0);
    await closeForm(aoife);
    await message.waitFor();
    await openForm(aoife);
    await aoife.getByRole("button", { name: "Dismiss" }).click();
    await message.waitFor({ state: "detached" });
    await closeForm(aoife);
  });

  it("says in the form that its offer is gone, and makes a new one of the text", async () => {
    await aoife.getByRole("button", { name: "Edit Toasted" }).click();
    const dialog = dialogOf(aoife);
    await dialog.getByLabel("In one line").fill("Kept");
    await deleteOffer(ciaran, "Toasted");
    const notice = dialog.getByRole("alert");
    await notice.getByText("This offer has been deleted meanwhile.").waitFor();
    expect((await notice.boundingBox())?.y).toBeGreaterThan(0);
    expect(await toast(aoife, "“Toasted” was deleted.").count()).toBe(0);
    expect(await dialog.getByRole("button", { name: "Save" }).count()).toBe(0);
    await dialog.getByRole("button", { name: "Create as a new offer" }).click();
    await card(ciaran, "Toasted").getByText("Kept").waitFor();
  });

  it("offers a new offer, not the form again, where a change comes too late", async () => {
    await aoife.route("**/api/staff/hotel/killarney/offers/*", (route) =>
      route.request().method() === "PATCH"
        ? route.fulfill({ status: 404, json: { error: "There is no such offer" } })
        : route.continue(),
    );
    await editOffer(aoife, "Toasted", (dialog) => dialog.getByLabel("Title").fill("Too late"));
    await toast(aoife, "“Toasted” was not changed. There is no such offer.").waitFor();
    await aoife.unroute("**/api/staff/hotel/killarney/offers/*");
    expect(await aoife.getByRole("button", { name: "Open again" }).count()).toBe(0);
    await aoife.getByRole("button", { name: "Create as a new offer" }).click();
    await aoife.getByRole("dialog", { name: "New offer" }).waitFor();
    expect(await dialogOf(aoife).getByLabel("Title").inputValue()).toBe("Too late");
    await closeForm(aoife);
  });

  it("closes the question about an offer that somebody else has deleted", async () => {
    await aoife.getByRole("button", { name: "Delete Toasted" }).click();
    await deleteOffer(ciaran, "Toasted");
    await dialogOf(aoife).waitFor({ state: "detached" });
    await toast(aoife, "“Toasted” was deleted.").waitFor();
    await expect.poll(() => aoife.locator("main:focus").count()).toBe(1);
  });

  it("asks once for a hotel that does not exist, and says that there is no such page", async () => {
    const page = await openTab(browser);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${demo.url}/hotel/nowhere`);
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
    await expect.poll(() => received(page)).toMatch(/subscription_succeeded.*hotel-nowhere/);
    await page.goto(demo.url);
    await page.getByRole("heading", { name: "Demo logins" }).waitFor();
    expect(asked.filter((path) => path.includes("/hotel/nowhere/offers"))).toHaveLength(1);
    await closeTab(page);
  });

  it("has violated no content security policy all the while", async () => {
    for (const page of [aoife, ciaran])
      expect(await page.evaluate(() => window.violations)).toEqual([]);
  });
});
