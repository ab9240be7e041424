// The guest chat as people use it: the reception in one tab and a guest in another, with React's development build,
// so that StrictMode mounts every component twice.
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeTab, hasBrowser, launchBrowser, openTab, received } from "./browser.ts";
import {
  message,
  mostMessages,
  openAddress,
  signInGuest,
  texts,
  watchMessages,
  write,
} from "./chat-tab.ts";
import { signIn, untilLive } from "./staff-tab.ts";
import { DEMO_START_LIMIT_MS, type Demo, occupiedChannels, startDemo } from "./start-demo.ts";

const GUEST_MESSAGES = "**/api/guest/hotel/killarney/conversations/1/messages*";
const EMMA = "Room 101, Emma Fischer";

describe.skipIf(!hasBrowser)("the reception and a guest", { timeout: 60_000 }, () => {
  let demo: Demo;
  let browser: Browser;
  let reception: Page;
  let guest: Page;

  async function openWatchedTab(): Promise<Page> {
    const page = await openTab(browser);
    await watchMessages(page);
    return page;
  }

  const presence = (place: Page | Locator) => place.getByRole("status", { name: "Presence" });
  const notified = () => demo.log().match(/guest notified/g)?.length ?? 0;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo("development"), launchBrowser()]);
    [reception, guest] = await Promise.all([openWatchedTab(), openWatchedTab()]);
    await signIn(reception, demo.url, "aoife@killarney.example");
  }, DEMO_START_LIMIT_MS);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  it("lets a guest in with the PIN of the room, and with no other", async () => {
    await guest.goto(`${demo.url}/guest`);
    await guest.getByRole("button", { name: EMMA }).click();
    await guest.getByLabel("PIN").fill("000000");
    await guest.getByRole("button", { name: "Open the chat" }).click();
    await guest.getByText("The hotel, the room or the PIN is wrong.").waitFor();
    await signInGuest(guest, demo.url, EMMA);
    await guest.getByRole("heading", { name: "Room 101" }).waitFor();
  });

  it("shows each side whether the other is there", async () => {
    await presence(guest).getByText("The reception is away for now").waitFor();
    await openAddress(reception, `${demo.url}/staff/killarney/guests/1`);
    await presence(reception).getByText("Emma Fischer is here").waitFor();
    await presence(guest).getByText("Aoife Byrne is here").waitFor();
  });

  it("carries messages both ways, out to the room, and once though two channels bring them", async () => {
    const before = notified();
    await write(guest, "Could we have two towels?");
    await message(reception, "Could we have two towels?").getByText("Emma Fischer").waitFor();
    await write(reception, "They are on their way.");
    await message(guest, "They are on their way.").getByText("Aoife Byrne").waitFor();
    await message(reception, "They are on their way.").getByText("Sent to the room").waitFor();
    for (const event of ["new-staff-message", "new-message"])
      await expect
        .poll(() => received(guest))
        .toMatch(new RegExp(`"${event}".*They are on their way`));
    for (const page of [reception, guest]) {
      expect(await texts(page)).toEqual(["Could we have two towels?", "They are on their way."]);
      expect(await mostMessages(page, "They are on their way.")).toBe(1);
    }
    expect(notified()).toBe(before);
  });

  it("notifies a guest who is not there, who then finds the message once", async () => {
    const before = notified();
    // within the page, so that components unmount and the session's connection stays
    await guest.getByRole("link", { name: "Lockstep demo" }).click();
    await presence(reception).getByText("The guest is away, and is notified").waitFor();
    await write(reception, "Your taxi is here.");
    await message(reception, "Your taxi is here.").getByText("Sent to the room").waitFor();
    await expect.poll(notified).toBe(before + 1);
    expect(await reception.getByText("Delivered").count()).toBe(0);
    await guest.goBack();
    await message(guest, "Your taxi is here.").waitFor();
    await untilLive(guest);
    await presence(reception).getByText("Emma Fischer is here").waitFor();
    await write(reception, "It waits at the door.");
    await message(guest, "It waits at the door.").waitFor();
    await expect.poll(() => received(guest)).toMatch(/"new-message".*It waits at the door/);
    for (const text of ["Your taxi is here.", "It waits at the door."])
      expect(await mostMessages(guest, text)).toBe(1);
  });

  it("marks in the list who waits for an answer, also where another room is open", async () => {
    await reception.getByRole("link", { name: /Room 205/ }).click();
    await reception.getByRole("heading", { name: /Room 205/ }).waitFor();
    await write(guest, "Thank you!");
    const emma = reception.getByRole("link", { name: /Room 101/ });
    await emma.getByText("Waiting").waitFor();
    await emma.getByText("Emma Fischer: Thank you!").waitFor();
    await emma.click();
    await message(reception, "Thank you!").waitFor();
    await write(reception, "You are welcome.");
    await emma.getByText("Waiting").waitFor({ state: "detached" });
    await message(guest, "You are welcome.").waitFor();
  });

  it("fetches after a cut connection what was missed, with no gap and no double", async () => {
    const published = () => demo.log().match(/event published.*new-message/g)?.length ?? 0;
    const before = published();
    const letIn = demo.gate.shutPagesOut();
    for (const page of [reception, guest])
      await page.getByRole("status", { name: "Connection" }).getByText("Reconnecting…").waitFor();
    await write(reception, "Missed by the guest");
    await write(guest, "Missed by the reception");
    await expect.poll(published).toBe(before + 2);
    expect(await message(guest, "Missed by the guest").count()).toBe(0);
    letIn();
    await message(guest, "Missed by the guest").waitFor();
    await message(reception, "Missed by the reception").waitFor();
    await Promise.all([reception, guest].map(untilLive));
    await expect.poll(() => texts(guest)).toEqual(await texts(reception));
    for (const page of [reception, guest])
      for (const text of ["Missed by the guest", "Missed by the reception"])
        expect(await mostMessages(page, text)).toBe(1);
  });

  it("keeps the guest of another room out of it", async () => {
    const louis = await openWatchedTab();
    await signInGuest(louis, demo.url, "Room 205, Louis Martin");
    await write(reception, "For room 101 only");
    await message(guest, "For room 101 only").waitFor();
    await write(louis, "Is anybody there?");
    await reception
      .getByRole("link", { name: /Room 205/ })
      .getByText("Waiting")
      .waitFor();
    expect(await texts(louis)).toEqual(["Is anybody there?"]);
    expect(received(louis)).not.toContain("For room 101 only");
    await closeTab(louis);
  });

  it("says that a subscription is refused, and asks every few seconds", async () => {
    const page = await openTab(browser);
    await page.route("**/api/pusher/auth*", (route) =>
      route.fulfill({ status: 403, json: { error: "Not yours" } }),
    );
    await page.goto(`${demo.url}/guest`);
    await page.getByRole("button", { name: EMMA }).click();
    await page.getByRole("button", { name: "Open the chat" }).click();
    const status = page.getByRole("status", { name: "Connection" });
    await status.getByText("Refused").waitFor();
    await presence(page).getByText("Presence is not known").waitFor();
    await write(reception, "Without a subscription");
    await message(page, "Without a subscription").waitFor();
    await closeTab(page);
  });

  it("leaves no session open where a sign-in fails halfway", async () => {
    const page = await openTab(browser);
    await page.route("**/api/guest/me*", (route) =>
      route.fulfill({ status: 503, json: { error: "Not now" } }),
    );
    const opened = page.waitForResponse("**/api/guest/login*");
    const closed = page.waitForResponse("**/api/guest/logout*");
    await page.goto(`${demo.url}/guest`);
    await page.getByRole("button", { name: EMMA }).click();
    await page.getByRole("button", { name: "Open the chat" }).click();
    await page.getByText("Not now.").waitFor();
    const { token } = await (await opened).json();
    expect((await closed).status()).toBe(204);
    const answer = await fetch(`${demo.url}/api/guest/me`, {
      headers: { Authorization: `Token ${token}` },
    });
    expect(answer.status).toBe(401);
    await closeTab(page);
  });

  it("says that a connection is not signed in, which works all the same", async () => {
    const page = await openTab(browser);
    await page.route("**/api/pusher/user-auth*", (route) =>
      route.fulfill({ status: 403, json: { error: "Not yours" } }),
    );
    await signInGuest(page, demo.url, EMMA);
    await page.getByRole("status", { name: "Problems" }).getByText("1 problem").click();
    await page.getByText("the connection is not signed in (Not yours)").waitFor();
    await write(reception, "Not signed in");
    await message(page, "Not signed in").waitFor();
    await closeTab(page);
  });

  it("shows both sides on one page, each with a session of its own", async () => {
    const page = await openWatchedTab();
    await page.goto(demo.url);
    await page.getByRole("link", { name: /Reception and guest/ }).click();
    await page.getByRole("button", { name: "Hotel Paradise" }).click();
    const desk = page.getByRole("region", { name: "Reception · Marta Silva" });
    const room = page.getByRole("region", { name: "Room 101 · Guest" });
    await presence(desk).getByText("Sofia Rossi is here").waitFor();
    await presence(room).getByText("Marta Silva is here").waitFor();
    await write(desk, "Welcome!");
    await message(room, "Welcome!").waitFor();
    await message(desk, "Welcome!").getByText("Sent to the room").waitFor();
    await write(room, "What a view.");
    await message(desk, "What a view.").waitFor();
    for (const side of [desk, room])
      expect(await texts(side)).toEqual(["Welcome!", "What a view."]);
    await endGuestSession(page);
    await write(room, "Too late");
    await page.getByText("One of the sessions has ended.").waitFor();
    await page.getByText("Marta Silva").waitFor();
    await closeTab(page);
  });

  it("sends a guest whose session has ended back to the sign-in, with a word about it", async () => {
    await endGuestSession(guest);
    let refuse: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      refuse = resolve;
    });
    await guest.route(GUEST_MESSAGES, async (route) => {
      await held;
      await route.continue();
    });
    const field = guest.getByRole("textbox", { name: /^Message to/ });
    await write(guest, "Too late");
    await field.pressSequentially("And my name is Emma");
    refuse();
    await guest.getByText("Your session has ended. Please sign in again.").waitFor();
    await guest.unroute(GUEST_MESSAGES);
    await guest.getByRole("button", { name: EMMA }).click();
    await guest.getByRole("button", { name: "Open the chat" }).click();
    await message(guest, "Thank you!").waitFor();
    expect(await field.inputValue()).toBe("And my name is Emma\nToo late");
    await guest.getByRole("button", { name: "Leave the room" }).click();
    await expect.poll(() => drafts(guest)).toEqual([]);
    await signInGuest(guest, demo.url, EMMA);
    expect(await field.inputValue()).toBe("");
  });

  it("shows the next guest of a room nothing of what the one before had not sent", async () => {
    await guest.getByRole("textbox", { name: /^Message to/ }).fill("Do not tell anyone");
    expect(await drafts(guest)).toHaveLength(1);
    await endGuestSession(guest);
    await write(guest, "Too late again");
    await guest.getByText("Your session has ended. Please sign in again.").waitFor();
    // as after a check-in: the same room, another stay
    await guest.route("**/api/guest/me*", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ json: { ...(await response.json()), stay_id: "the next" } });
    });
    await signInGuest(guest, demo.url, EMMA);
    expect(await guest.getByRole("textbox", { name: /^Message to/ }).inputValue()).toBe("");
    expect(await drafts(guest)).toEqual([]);
    await guest.unroute("**/api/guest/me*");
  });

  it("leaves every channel that needs a session when the pages show something else", async () => {
    for (const page of [reception, guest]) {
      await page.getByRole("link", { name: "Lockstep demo" }).click();
      await page.getByRole("link", { name: /Reception and guest/ }).waitFor();
    }
    await expect.poll(() => occupiedChannels(demo)).toEqual([]);
  });

  it("has violated no content security policy all the while", async () => {
    for (const page of [reception, guest])
      expect(await page.evaluate(() => window.violations)).toEqual([]);
  });
});

/** Ends the guest's session at the server; the page does not know it yet. */
function endGuestSession(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { token } = JSON.parse(sessionStorage.getItem("lockstep-demo.guest-session") ?? "{}");
    await fetch("/api/guest/logout", {
      method: "POST",
      headers: { Authorization: `Token ${token}` },
    });
  });
}

/** The unsent texts that the tab keeps. */
function drafts(page: Page): Promise<unknown[]> {
  return page.evaluate(() => JSON.parse(sessionStorage.getItem("lockstep-demo.drafts") ?? "[]"));
}
