// The staff chat as people use it: two members of a hotel's staff, each in a tab, with the real API behind.
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeTab, hasBrowser, launchBrowser, openTab, received } from "./browser.ts";
import { message, mostMessages, openAddress, texts, watchMessages, write } from "./chat-tab.ts";
import { password, signIn, untilLive } from "./staff-tab.ts";
import { DEMO_START_LIMIT_MS, type Demo, occupiedChannels, startDemo } from "./start-demo.ts";

const MESSAGES = "**/api/staff/hotel/killarney/staff-chat/conversations/1/messages*";

describe.skipIf(!hasBrowser)("the staff chat in two tabs", { timeout: 60_000 }, () => {
  let demo: Demo;
  let browser: Browser;
  let aoife: Page;
  let ciaran: Page;

  /** A tab of its own session, in the conversation of the reception. */
  async function openChat(
    email: string,
    prepare: (page: Page) => Promise<void> = async () => {},
  ): Promise<Page> {
    const page = await openTab(browser);
    await watchMessages(page);
    await signIn(page, demo.url, email);
    await prepare(page);
    await openAddress(page, `${demo.url}/staff/killarney/chat/1`);
    return page;
  }

  const online = (page: Page) => page.getByRole("region", { name: "Colleagues online" });
  const posts = (page: Page, answer: (route: Route) => Promise<void>) =>
    page.route(MESSAGES, (route) =>
      route.request().method() === "POST" ? answer(route) : route.continue(),
    );

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
    [aoife, ciaran] = await Promise.all([
      openChat("aoife@killarney.example"),
      openChat("ciaran@killarney.example"),
    ]);
  }, DEMO_START_LIMIT_MS);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  it("shows an own message before its broadcast, then to the other, each time once", async () => {
    const publish = demo.gate.holdPublishing();
    await write(aoife, "Room 12 needs a cot.");
    await message(aoife, "Room 12 needs a cot.").waitFor();
    expect(await message(ciaran, "Room 12 needs a cot.").count()).toBe(0);
    publish();
    await message(ciaran, "Room 12 needs a cot.").waitFor();
    await expect.poll(() => received(aoife)).toMatch(/message_created.*Room 12 needs a cot/);
    await write(ciaran, "On it.");
    await message(aoife, "On it.").getByText("Ciarán Walsh").waitFor();
    for (const page of [aoife, ciaran]) {
      expect(await texts(page)).toEqual(["Room 12 needs a cot.", "On it."]);
      expect(await mostMessages(page, "Room 12 needs a cot.")).toBe(1);
      expect(await mostMessages(page, "On it.")).toBe(1);
    }
  });

  it("shows an own message once when its event comes before the answer", async () => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await posts(aoife, async (route) => {
      const response = await route.fetch();
      await held;
      await route.fulfill({ response });
    });
    await write(aoife, "Echo");
    await message(ciaran, "Echo").waitFor();
    await expect.poll(() => received(aoife)).toMatch(/message_created.*Echo/);
    const answered = aoife.waitForResponse((response) => response.request().method() === "POST");
    answer();
    await answered;
    await message(aoife, "Echo").and(aoife.locator(".is-sent")).waitFor();
    await aoife.unroute(MESSAGES);
    expect(await mostMessages(aoife, "Echo")).toBe(1);
  });

  it("keeps a refused message with a sentence, until it is sent again or discarded", async () => {
    await posts(aoife, (route) =>
      route.fulfill({ status: 429, json: { error: "Too many messages" } }),
    );
    await write(aoife, "First try");
    await write(aoife, "Never mind");
    for (const text of ["First try", "Never mind"])
      await message(aoife, text).getByText("Too many messages.").waitFor();
    await aoife.unroute(MESSAGES);
    await message(aoife, "First try").getByRole("button", { name: "Try again" }).click();
    await message(aoife, "Never mind").getByRole("button", { name: "Discard" }).click();
    await message(ciaran, "First try").waitFor();
    await message(aoife, "Never mind").waitFor({ state: "detached" });
    await message(aoife, "First try").and(aoife.locator(".is-sent")).waitFor();
    expect(await mostMessages(aoife, "First try")).toBe(1);
  });

  it("sends by itself what was written offline, in order, once the connection is back", async () => {
    await aoife.context().setOffline(true);
    await write(aoife, "From the lift");
    await write(aoife, "Third floor");
    const [first, second] = [message(aoife, "From the lift"), message(aoife, "Third floor")];
    await first.getByText("The message is sent by itself once that works.").waitFor();
    await second.getByText("Waiting").waitFor();
    expect(await second.getByRole("button").count()).toBe(0);
    await aoife.context().setOffline(false);
    await message(ciaran, "Third floor").waitFor();
    for (const own of [first, second]) await own.and(aoife.locator(".is-sent")).waitFor();
    for (const page of [aoife, ciaran]) {
      expect((await texts(page)).slice(-2)).toEqual(["From the lift", "Third floor"]);
      expect(await mostMessages(page, "From the lift")).toBe(1);
    }
  });

  it("forgets what is discarded while it waits, and goes on with what stands behind it", async () => {
    await posts(aoife, (route) => route.abort());
    await write(aoife, "On second thought");
    await write(aoife, "Better so");
    const waiting = message(aoife, "On second thought");
    await waiting.getByRole("button", { name: "Try again" }).click();
    await waiting.getByRole("button", { name: "Discard" }).click();
    await message(aoife, "Better so").getByRole("button", { name: "Try again" }).waitFor();
    await aoife.unrouteAll({ behavior: "wait" });
    await message(ciaran, "Better so").waitFor();
    expect(await message(ciaran, "On second thought").count()).toBe(0);
  });

  it("sends again whose answer was lost, and the server takes it once", async () => {
    const lossy = await openChat("aoife@killarney.example", (page) =>
      page.routeWebSocket(/\/app\//, (socket) => {
        const server = socket.connectToServer();
        server.onMessage((frame) => {
          if (!frame.includes("Taken once")) socket.send(frame);
        });
      }),
    );
    let attempts = 0;
    await lossy.route(MESSAGES, async (route) => {
      // neither an event nor a fetch tells of it in place of the answer
      if (route.request().method() === "GET") return route.abort();
      const response = await route.fetch();
      // the server has committed it, and the answer does not arrive
      return ++attempts === 1 ? route.abort() : route.fulfill({ response });
    });
    await write(lossy, "Taken once");
    await message(lossy, "Taken once").and(lossy.locator(".is-sent")).waitFor();
    expect(attempts).toBe(2);
    await write(aoife, "After it");
    await message(ciaran, "After it").waitFor();
    expect((await texts(ciaran)).slice(-2)).toEqual(["Taken once", "After it"]);
    expect(received(ciaran).match(/message_created.*Taken once/g)).toHaveLength(1);
    await closeTab(lossy);
  });

  it("counts a message as sent whose answer was lost, because its event came", async () => {
    await posts(aoife, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await write(aoife, "No answer");
    await message(ciaran, "No answer").waitFor();
    await message(aoife, "No answer").and(aoife.locator(".is-sent")).waitFor();
    // the event came before the answer was lost
    await aoife.unrouteAll({ behavior: "wait" });
    expect(await mostMessages(aoife, "No answer")).toBe(1);
  });

  it("shows who is typing until the message comes, or until nobody types any more", async () => {
    const field = ciaran.getByRole("textbox");
    const typing = aoife.getByText("Ciarán Walsh is typing…");
    await field.pressSequentially("Do");
    await typing.waitFor();
    expect(await ciaran.getByText("is typing…").count()).toBe(0);
    await field.press("Enter");
    await message(aoife, "Do").waitFor();
    await typing.waitFor({ state: "detached" });
    await field.pressSequentially("ne");
    await typing.waitFor();
    await typing.waitFor({ state: "detached" });
    await field.fill("");
  });

  it("tells in the list what was written in a conversation that is not open", async () => {
    await openAddress(ciaran, `${demo.url}/staff/killarney/chat/2`);
    await write(ciaran, "Floor two is done.");
    await aoife
      .getByRole("link", { name: /Housekeeping/ })
      .getByText("Ciarán Walsh: Floor two is done.")
      .waitFor();
    await ciaran.getByRole("link", { name: /^Reception/ }).click();
    await message(ciaran, "Echo").waitFor();
  });

  it("shows who is online, and that they have gone", async () => {
    await online(aoife).getByText("Ciarán Walsh").waitFor();
    await online(ciaran).getByText("Aoife Byrne").waitFor();
    await ciaran.goto(demo.url);
    await online(aoife).getByText("Ciarán Walsh").waitFor({ state: "detached" });
    await openAddress(ciaran, `${demo.url}/staff/killarney/chat/1`);
    await online(aoife).getByText("Ciarán Walsh").waitFor();
  });

  it("serves two tabs of one person: own messages in both, no typing of oneself", async () => {
    const second = await openChat("aoife@killarney.example");
    await second.getByRole("textbox").pressSequentially("From the other tab");
    await ciaran.getByText("Aoife Byrne is typing…").waitFor();
    await expect.poll(() => received(aoife)).toMatch(/client-typing/);
    expect(await aoife.getByText("is typing…").count()).toBe(0);
    await second.keyboard.press("Enter");
    await message(aoife, "From the other tab").and(aoife.locator(".is-own")).waitFor();
    await message(ciaran, "From the other tab").and(ciaran.locator(".is-other")).waitFor();
    expect(await mostMessages(aoife, "From the other tab")).toBe(1);
    expect(await online(ciaran).getByText("Aoife Byrne").count()).toBe(1);
    await closeTab(second);
    await write(ciaran, "Still there?");
    await message(aoife, "Still there?").waitFor();
    expect(await online(ciaran).getByText("Aoife Byrne").count()).toBe(1);
  });

  it("fetches after a cut connection what it has missed, with no gap and no double", async () => {
    const published = () => demo.log().match(/event published.*message_created/g)?.length ?? 0;
    const before = published();
    const letIn = demo.gate.shutPagesOut();
    const status = ciaran.getByRole("status", { name: "Connection" });
    await status.getByText("Reconnecting…").waitFor();
    await write(aoife, "Missed one");
    await write(aoife, "Missed two");
    await expect.poll(published).toBe(before + 2);
    expect(await message(ciaran, "Missed two").count()).toBe(0);
    letIn();
    await message(ciaran, "Missed two").waitFor();
    await Promise.all([aoife, ciaran].map(untilLive));
    await write(ciaran, "Back again");
    await message(aoife, "Back again").waitFor();
    const all = await texts(aoife);
    expect(all.slice(-3)).toEqual(["Missed one", "Missed two", "Back again"]);
    await expect.poll(() => texts(ciaran)).toEqual(all);
    for (const page of [aoife, ciaran])
      for (const text of ["Missed one", "Missed two", "Back again"])
        expect(await mostMessages(page, text)).toBe(1);
  });

  it("answers a gap in the sequence with a refetch", async () => {
    const lossy = await openChat("ciaran@killarney.example", (page) =>
      page.routeWebSocket(/\/app\//, (socket) => {
        const server = socket.connectToServer();
        server.onMessage((frame) => {
          if (!frame.includes("Lost on the way")) socket.send(frame);
        });
      }),
    );
    await write(aoife, "Before the gap");
    await message(lossy, "Before the gap").waitFor();
    await write(aoife, "Lost on the way");
    await message(ciaran, "Lost on the way").waitFor();
    expect(await message(lossy, "Lost on the way").count()).toBe(0);
    await write(aoife, "After the gap");
    await message(lossy, "After the gap").waitFor();
    await message(lossy, "Lost on the way").waitFor();
    expect((await texts(lossy)).slice(-3)).toEqual([
      "Before the gap",
      "Lost on the way",
      "After the gap",
    ]);
    await lossy.getByRole("status", { name: "Problems" }).getByText("1 problem").waitFor();
    await closeTab(lossy);
  });

  it("keeps the end in view, and leaves who reads further up there", async () => {
    await aoife.setViewportSize({ width: 390, height: 600 });
    await posts(aoife, (route) => route.fulfill({ status: 429, json: { error: "Not now" } }));
    await write(aoife, "Fails at the end");
    const again = aoife.getByRole("button", { name: "Try again" });
    await again.waitFor();
    await expect.poll(() => again.evaluate(isInView)).toBe(true);
    await aoife.unroute(MESSAGES);
    await again.click();
    await message(aoife, "Fails at the end").and(aoife.locator(".is-sent")).waitFor();
    await aoife.getByRole("log").evaluate((log) => log.scrollTo({ top: 0 }));
    await write(ciaran, "Far below");
    const more = aoife.getByRole("button", { name: "New messages below" });
    await more.waitFor();
    expect(await message(aoife, "Far below").evaluate(isInView)).toBe(false);
    await more.click();
    await expect.poll(() => message(aoife, "Far below").evaluate(isInView)).toBe(true);
    expect(await more.count()).toBe(0);
    await aoife.setViewportSize({ width: 1280, height: 720 });
  });

  it("says that there is no such conversation, and on a phone still shows which there are", async () => {
    const page = await openTab(browser);
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page, demo.url, "ciaran@killarney.example");
    await page.goto(`${demo.url}/staff/killarney/chat/99`);
    await page.getByText("There is no such conversation.").waitFor();
    await page.getByRole("link", { name: /^Reception/ }).click();
    await message(page, "After the gap").waitFor();
    const back = page.getByRole("link", { name: "All conversations" });
    await expect.poll(() => back.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /^Reception/ }).waitFor();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    ).toBe(true);
    await closeTab(page);
  });

  it("says that a subscription is refused, and asks every few seconds", async () => {
    const page = await openTab(browser);
    await signIn(page, demo.url, "ciaran@killarney.example");
    await page.route("**/api/pusher/auth*", (route) =>
      route.fulfill({ status: 403, json: { error: "Not yours" } }),
    );
    await page.goto(`${demo.url}/staff/killarney/chat/1`);
    const status = page.getByRole("status", { name: "Connection" });
    await status.getByText("Refused").waitFor();
    await status.getByText("The page asks for changes every 5 seconds.").waitFor();
    await online(page).getByText("Not known: this page has no live connection.").waitFor();
    await page
      .getByRole("status", { name: "Problems" })
      .getByText(/problems/)
      .click();
    await page.getByText("private-hotel-killarney.staff-chat.1", { exact: true }).waitFor();
    await write(aoife, "Without a subscription");
    await message(page, "Without a subscription").waitFor();
    await closeTab(page);
  });

  it("asks every few seconds, and says so, where realtime is off", async () => {
    const page = await openTab(browser);
    await signIn(page, demo.url, "ciaran@killarney.example");
    await page.route("**/api/realtime/config*", (route) =>
      route.fulfill({ json: { enabled: false } }),
    );
    await page.goto(`${demo.url}/staff/killarney/chat/1`);
    await page.getByText("Realtime is off").waitFor();
    await page.getByText("The page asks for changes every 5 seconds.").waitFor();
    await message(page, "After the gap").waitFor();
    await write(page, "Sent without realtime");
    await message(aoife, "Sent without realtime").waitFor();
    await write(aoife, "Fetched without realtime");
    await message(page, "Fetched without realtime").waitFor();
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
    await write(ciaran, "Too late");
    await ciaran.getByText("Your session has ended. Please sign in again.").waitFor();
    await ciaran.getByLabel("E-mail").fill("ciaran@killarney.example");
    await ciaran.getByLabel("Password").fill(password);
    await ciaran.getByRole("button", { name: "Sign in" }).click();
    await message(ciaran, "After the gap").waitFor();
    await untilLive(ciaran);
    expect(await message(ciaran, "Too late").count()).toBe(0);
    const field = ciaran.getByRole("textbox", { name: /^Message to/ });
    expect(await field.inputValue()).toBe("Too late");
    await field.press("Enter");
    await message(aoife, "Too late").waitFor();
    expect(await field.inputValue()).toBe("");
  });

  it("shows staff of another hotel nothing of it", async () => {
    const page = await openTab(browser);
    await signIn(page, demo.url, "marta@paradise.example");
    await page.goto(`${demo.url}/staff/killarney/chat/1`);
    await page.getByText("Only staff of Hotel Killarney may do this.").waitFor();
    expect(await page.getByRole("log").count()).toBe(0);
    await closeTab(page);
  });

  it("leaves every channel that needs a session when the pages show something else", async () => {
    for (const page of [aoife, ciaran]) {
      await page.getByRole("link", { name: "Lockstep demo" }).click();
      await page.getByRole("link", { name: /Reception and guest/ }).waitFor();
    }
    await expect.poll(() => occupiedChannels(demo)).toEqual([]);
  });

  it("has violated no content security policy all the while", async () => {
    for (const page of [aoife, ciaran])
      expect(await page.evaluate(() => window.violations)).toEqual([]);
  });
});

/** Whether the whole of something in a log can be seen. */
function isInView(element: Element): boolean {
  const log = element.closest("[role=log]")?.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  return log !== undefined && top >= log.top - 1 && bottom <= log.bottom + 1;
}
