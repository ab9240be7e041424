// What a test does and sees in a conversation of the demo.
import type { Locator, Page } from "playwright-core";
import { untilLive } from "./staff-tab.ts";

declare global {
  interface Window {
    /** Most messages of one text that were ever in the page at once, by text. */
    mostMessages: Record<string, number>;
  }
}

/** Counts messages from the page's next loading on. */
export async function watchMessages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.mostMessages = {};
    new MutationObserver(() => {
      const counts: Record<string, number> = {};
      for (const text of document.querySelectorAll(".bubble > p"))
        counts[text.textContent] = (counts[text.textContent] ?? 0) + 1;
      for (const [text, count] of Object.entries(counts))
        window.mostMessages[text] = Math.max(count, window.mostMessages[text] ?? 0);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

export function mostMessages(page: Page, text: string): Promise<number> {
  return page.evaluate((wanted) => window.mostMessages[wanted] ?? 0, text);
}

/** Opens a page with a conversation, whoever is signed in already. */
export async function openAddress(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await untilLive(page);
}

/** Signs in as the guest of a room, by what the page offers to fill in. */
export async function signInGuest(page: Page, url: string, room: string): Promise<void> {
  await page.goto(`${url}/guest`);
  await page.getByRole("button", { name: room }).click();
  await page.getByRole("button", { name: "Open the chat" }).click();
  await untilLive(page);
}

/** Writes in the open conversation, by keyboard. */
export async function write(place: Page | Locator, text: string): Promise<void> {
  const field = place.getByRole("textbox", { name: /^Message to/ });
  await field.fill(text);
  await field.press("Enter");
}

/** A message of the open conversation, with what stands below it. */
export function message(place: Page | Locator, text: string): Locator {
  const page = "goto" in place ? place : place.page();
  return place.locator(".message").filter({ has: page.getByText(text, { exact: true }) });
}

/** Every message of the open conversation, from above to below. */
export function texts(place: Page | Locator): Promise<string[]> {
  return place.locator(".bubble > p").allTextContents();
}
