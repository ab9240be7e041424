// The inbox as people use it: Noor and Liam in a tab each, with the real API behind.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeTab, hasBrowser, launchBrowser, openTab } from "./browser.ts";
import { message, mostMessages, watchMessages, write } from "./chat-tab.ts";
import { conversation, fillInSignIn, openConversation, signInToInbox } from "./inbox-tab.ts";
import { signIn, toast, untilLive } from "./staff-tab.ts";
import { DEMO_START_LIMIT_MS, type Demo, startDemo } from "./start-demo.ts";

const NOOR = "Noor Haddad";
const LIAM = "Liam Keane";
const INES = "Inês Duarte";

describe.skipIf(!hasBrowser)("two inboxes", { timeout: 60_000 }, () => {
  let demo: Demo;
  let browser: Browser;
  let noor: Page;
  let liam: Page;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
    [noor, liam] = await Promise.all([openTab(browser), openTab(browser)]);
    await Promise.all([
      signInToInbox(noor, demo.url, "noor@crm.example"),
      signInToInbox(liam, demo.url, "liam@crm.example"),
    ]);
  }, DEMO_START_LIMIT_MS);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  it("shows an own message at once, raises the other's unread count, and tells when it was read", async () => {
    const publish = demo.gate.holdPublishing();
    await conversation(liam, NOOR).getByText("1 unread").waitFor();
    await openConversation(noor, LIAM);
    await write(noor, "Shall we meet on Monday?");
    await message(noor, "Shall we meet on Monday?").waitFor();
    expect(await conversation(liam, NOOR).getByText("1 unread").count()).toBe(1);
    publish();
    await conversation(liam, NOOR).getByText("2 unread").waitFor();
    await conversation(liam, NOOR).getByText("Shall we meet on Monday?").waitFor();
    await toast(liam, `New message from ${NOOR}.`).waitFor();
    expect(await message(noor, "Shall we meet on Monday?").getByText("Read").count()).toBe(0);
    await openConversation(liam, NOOR);
    await message(liam, "Shall we meet on Monday?").waitFor();
    await message(noor, "Shall we meet on Monday?").getByText("Read").waitFor();
    await conversation(liam, NOOR).getByText("unread").waitFor({ state: "detached" });
    await toast(liam, `New message from ${NOOR}.`).waitFor({ state: "detached" });
  });

  it("counts a message as read that comes into the open conversation, without a toast", async () => {
    await write(liam, "Monday suits me.");
    await message(noor, "Monday suits me.").waitFor();
    await message(liam, "Monday suits me.").getByText("Read").waitFor();
    expect(await toast(noor, `New message from ${LIAM}.`).count()).toBe(0);
    for (const page of [noor, liam]) expect(await mostMessages(page, "Monday suits me.")).toBe(1);
  });

  it("sends a message with a subject to somebody who is picked, and goes there", async () => {
    await noor.getByRole("button", { name: "New message" }).click();
    const dialog = noor.getByRole("dialog", { name: "New message" });
    expect(await dialog.getByLabel("To").evaluate((el) => el === document.activeElement)).toBe(
      true,
    );
    await dialog.getByLabel("To").selectOption({ label: `${INES} (ines@crm.example)` });
    await dialog.getByLabel("Subject").fill("Contract");
    await dialog.getByRole("button", { name: "Send" }).click();
    await dialog.getByText("Write a message first.").waitFor();
    await dialog.getByLabel("Message", { exact: true }).fill("It is signed.");
    await dialog.getByRole("button", { name: "Send" }).click();
    await noor.getByRole("region", { name: INES }).waitFor();
    await message(noor, "It is signed.").getByText("Contract").waitFor();
    await conversation(noor, INES).getByText("You: It is signed.").waitFor();
    expect(new URL(noor.url()).pathname).toBe("/inbox/7");
    await openConversation(noor, LIAM);
  });

  it("keeps a message with a sentence that was not taken, and sends it once when asked again", async () => {
    await noor.route("**/api/messages/send*", (route) =>
      route.fulfill({ status: 429, json: { error: "The post office is closed" } }),
    );
    await write(noor, "Second try");
    await message(noor, "Second try").getByText("The post office is closed.").waitFor();
    await noor.unroute("**/api/messages/send*");
    await message(noor, "Second try").getByRole("button", { name: "Try again" }).click();
    await message(liam, "Second try").waitFor();
    await message(noor, "Second try").getByText("Read").waitFor();
    for (const page of [noor, liam]) expect(await mostMessages(page, "Second try")).toBe(1);
  });

  it("keeps two tabs of one user alike", async () => {
    const second = await liam.context().newPage();
    await signInToInbox(second, demo.url, "liam@crm.example");
    await liam.getByRole("link", { name: "Inbox" }).click();
    await write(noor, "To both tabs");
    for (const page of [liam, second])
      await conversation(page, NOOR).getByText("1 unread").waitFor();
    await openConversation(second, NOOR);
    await conversation(liam, NOOR).getByText("unread").waitFor({ state: "detached" });
    await openConversation(liam, NOOR);
    await write(second, "From the other tab");
    await message(liam, "From the other tab").waitFor();
    for (const page of [noor, liam, second]) {
      expect(await mostMessages(page, "To both tabs")).toBe(1);
      await message(page, "From the other tab").waitFor();
      expect(await mostMessages(page, "From the other tab")).toBe(1);
    }
    await second.close();
  });

  it("fetches again after a cut connection what it has missed, without gap or double", async () => {
    const letIn = demo.gate.shutPagesOut();
    const status = liam.getByRole("status", { name: "Connection" });
    await status.getByText("Reconnecting…").waitFor();
    const texts = ["In the dark, one", "In the dark, two"];
    for (const text of texts) await write(noor, text);
    await expect
      .poll(() => demo.log().match(/event published[^\n]*conversation-updated/g)?.length)
      .toBeGreaterThanOrEqual(2);
    for (const text of texts) await message(noor, text).waitFor();
    for (const text of texts) expect(await message(liam, text).count()).toBe(0);
    letIn();
    for (const text of texts) await message(liam, text).waitFor();
    for (const text of texts) await message(noor, text).getByText("Read").waitFor();
    await Promise.all([noor, liam].map(untilLive));
    for (const page of [noor, liam])
      for (const text of texts) expect(await mostMessages(page, text)).toBe(1);
  });

  it("names a wrong payload in the problems and keeps it out of the messages", async () => {
    const payload = { id: "7", content: "Off-contract" };
    await demo.pusher.trigger("private-user-6", "new-message", payload);
    const problems = liam.getByRole("status", { name: "Problems" });
    await problems.getByText("1 problem").click();
    await problems.getByText("private-user-6 · new-message").waitFor();
    await write(noor, "Still alive");
    await message(liam, "Still alive").waitFor();
    expect(await message(liam, "Off-contract").count()).toBe(0);
  });

  it("asks every few seconds, and says so, where realtime is off", async () => {
    const page = await openTab(browser);
    await watchMessages(page);
    await page.route("**/api/realtime/config*", (route) =>
      route.fulfill({ json: { enabled: false } }),
    );
    await page.goto(`${demo.url}/inbox`);
    await fillInSignIn(page, "liam@crm.example");
    await page.getByText("The page asks for changes every 5 seconds.").waitFor();
    await openConversation(page, NOOR);
    await write(noor, "By polling");
    await message(page, "By polling").waitFor();
    expect(await mostMessages(page, "By polling")).toBe(1);
    await closeTab(page);
  });

  it("says so where the subscription is refused, and asks every few seconds", async () => {
    const page = await openTab(browser);
    await page.route("**/api/pusher/auth*", (route) =>
      route.fulfill({ status: 403, json: { error: "Not yours" } }),
    );
    await page.goto(`${demo.url}/inbox`);
    await fillInSignIn(page, "ines@crm.example");
    const status = page.getByRole("status", { name: "Connection" });
    await status.getByText("Refused").waitFor();
    await status.getByText("The page asks for changes every 5 seconds.").waitFor();
    await closeTab(page);
  });

  it("works at the width of a phone, and gives the focus a place", async () => {
    await liam.setViewportSize({ width: 390, height: 844 });
    await liam.getByRole("link", { name: "All conversations" }).click();
    await conversation(liam, INES).press("Enter");
    const back = liam.getByRole("link", { name: "All conversations" });
    await expect.poll(() => back.evaluate((el) => el === document.activeElement)).toBe(true);
    const width = () => liam.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(390);
    await back.press("Enter");
    await conversation(liam, NOOR).waitFor();
    expect(await liam.evaluate(() => document.activeElement?.id)).toBe("main");
    expect(await width()).toBeLessThanOrEqual(390);
  });

  it("sends an expired session to the sign-in with a word about it, and then back", async () => {
    await noor.evaluate(async () => {
      const { token } = JSON.parse(sessionStorage.getItem("lockstep-demo.session") ?? "{}");
      const headers = { Authorization: `Token ${token}` };
      await fetch("/api/auth/logout", { method: "POST", headers });
    });
    await write(noor, "Too late");
    await noor.getByText("Your session has ended. Please sign in again.").waitFor();
    await fillInSignIn(noor, "noor@crm.example");
    await noor.getByRole("region", { name: LIAM }).waitFor();
    await message(noor, "Still alive").waitFor();
    expect(await message(noor, "Too late").count()).toBe(0);
  });

  it("offers staff their colleagues to write to before any message, and nobody else", async () => {
    const [aoife, ciaran] = [await openTab(browser), await openTab(browser)];
    await signIn(aoife, demo.url, "aoife@killarney.example");
    const current = aoife.locator(".account [aria-current=page]");
    expect(await current.allTextContents()).toEqual(["Offers"]);
    await aoife.getByRole("link", { name: "Inbox" }).click();
    await aoife.getByText("No conversations yet: begin one with “New message”.").waitFor();
    expect(await current.allTextContents()).toEqual(["Inbox"]);
    await signIn(ciaran, demo.url, "ciaran@killarney.example");
    await ciaran.goto(`${demo.url}/inbox`);
    await untilLive(ciaran);
    await aoife.getByRole("button", { name: "New message" }).click();
    const dialog = aoife.getByRole("dialog", { name: "New message" });
    expect(await dialog.getByLabel("To").locator("option").allTextContents()).toEqual([
      "Ciarán Walsh (ciaran@killarney.example)",
    ]);
    await dialog.getByLabel("Message", { exact: true }).fill("The first one");
    await dialog.getByRole("button", { name: "Send" }).click();
    await message(aoife, "The first one").and(aoife.locator(".is-sent")).waitFor();
    await conversation(aoife, "Ciarán Walsh").getByText("You: The first one").waitFor();
    await conversation(ciaran, "Aoife Byrne").getByText("1 unread").waitFor();
    for (const page of [aoife, ciaran]) await closeTab(page);
  });

  it("says that it does not know whom one can write to, and denies nothing before that", async () => {
    const page = await openTab(browser);
    await signIn(page, demo.url, "marta@paradise.example");
    const recipients = "**/api/messages/recipients*";
    await page.route(recipients, (route) =>
      route.fulfill({ status: 503, json: { error: "Busy" } }),
    );
    await page.goto(`${demo.url}/inbox/2`);
    await page.getByText("Loading the conversation…").waitFor();
    const again = page.getByRole("button", { name: "Try again" });
    await page.getByRole("alert").getByText("Whom you can write to is not known. Busy.").waitFor();
    await page.getByText("No conversations yet.").waitFor();
    expect(await page.getByText(/There (are no conversations|is no such)/).count()).toBe(0);
    await page.unroute(recipients);
    await page.route(recipients, (route) => route.fulfill({ json: [] }));
    await again.click();
    await page.getByText("No conversations yet, and nobody whom you can write to.").waitFor();
    await page.getByText("There are no conversations here.").waitFor();
    expect(await page.getByRole("button", { name: "New message" }).isDisabled()).toBe(true);
    await closeTab(page);
  });

  it("has violated no content security policy all the while", async () => {
    for (const page of [noor, liam])
      expect(await page.evaluate(() => window.violations)).toEqual([]);
  });
});
