// What a test does and sees in a tab that shows an inbox.
import type { Locator, Page } from "playwright-core";
import { password, untilLive } from "./staff-tab.ts";

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

/** Signs in from the sign-in page, where a CRM user gets to the inbox. */
export async function signInToInbox(page: Page, url: string, email: string): Promise<void> {
  await watchMessages(page);
  await page.goto(`${url}/staff/sign-in`);
  await fillInSignIn(page, email);
  await page.getByRole("heading", { name: "Inbox", level: 1 }).waitFor();
  await untilLive(page);
}

export async function fillInSignIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The line of a person in the list of conversations. */
export function conversation(page: Page, name: string): Locator {
  return page
    .getByRole("navigation", { name: "Conversations" })
    .getByRole("link")
    .filter({ has: page.getByText(name, { exact: true }) });
}

export async function openConversation(page: Page, name: string): Promise<void> {
  await conversation(page, name).click();
  await page.getByRole("textbox", { name: `Message to ${name}` }).waitFor();
}

/** Writes in the open conversation, by keyboard. */
export async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: /^Message to/ }).fill(text);
  await page.keyboard.press("Enter");
}

export function message(page: Page, text: string): Locator {
  return page.locator(".message").filter({ has: page.getByText(text, { exact: true }) });
}
