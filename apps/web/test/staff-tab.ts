// What a test does and sees in a tab of the demo.
import type { Locator, Page } from "playwright-core";

export const password = "lockstep";

export async function signIn(page: Page, url: string, email: string): Promise<void> {
  await page.goto(`${url}/staff/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Offers", level: 1 }).waitFor();
  await untilLive(page);
}

export async function untilLive(page: Page): Promise<void> {
  await page.getByRole("status", { name: "Connection" }).getByText("Live").waitFor();
}

export function card(page: Page, title: string): Locator {
  return page
    .locator(".offers > li:not(.is-leaving) article")
    .filter({ has: page.getByRole("heading", { name: title, exact: true }) });
}

export function toast(page: Page, text: string): Locator {
  return page.getByRole("region", { name: "Messages" }).getByText(text);
}

export interface NewOffer {
  readonly title: string;
  readonly summary?: string;
  readonly place?: number;
  readonly isActive?: boolean;
  readonly photo?: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
}

export async function createOffer(page: Page, offer: NewOffer): Promise<void> {
  await page.getByRole("button", { name: "New offer" }).click();
  const dialog = page.getByRole("dialog", { name: "New offer" });
  await dialog.getByLabel("Title").fill(offer.title);
  await dialog.getByLabel("In one line").fill(offer.summary ?? "");
  await dialog.getByLabel("Place in the list").fill(String(offer.place ?? 0));
  await dialog.getByLabel("Show on the public page").setChecked(offer.isActive ?? true);
  if (offer.photo) {
    await dialog.getByLabel("Photo").setInputFiles(offer.photo);
    await dialog.locator(".photo img[src^='blob:']").waitFor();
  }
  await dialog.getByRole("button", { name: "Create offer" }).click();
}

export async function editOffer(
  page: Page,
  title: string,
  change: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await page.getByRole("button", { name: `Edit ${title}` }).click();
  const dialog = page.getByRole("dialog", { name: "Change the offer" });
  await change(dialog);
  await dialog.getByRole("button", { name: "Save" }).click();
}

export async function deleteOffer(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: `Delete ${title}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
}

/** Until the card shows a photo that the server keeps, fully drawn; answers its address. */
export async function storedPhoto(shown: Locator): Promise<string> {
  const image = shown.locator(".photo img[src*='/media/']");
  await image.waitFor();
  return (await image.getAttribute("src")) ?? "";
}
