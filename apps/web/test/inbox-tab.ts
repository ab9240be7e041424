// What a test does and sees in a tab that shows an inbox.
import type { Locator, Page } from "playwright-core";
import { watchMessages } from "./chat-tab.ts";
import { password, untilLive } from "./staff-tab.ts";

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
