// A browser for the tests, and pages that remember what they must never show.
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Whether to run browser tests: always in CI, elsewhere where there is a browser. */
export const hasBrowser = existsSync(executablePath) || Boolean(process.env.CI);

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

declare global {
  interface Window {
    /** Most cards of one title that were ever in the page at once, by title. */
    mostCards: Record<string, number>;
    /** Directives of the content security policy that something violated. */
    violations: string[];
  }
}

const frames = new WeakMap<Page, string[]>();

/** Closes a tab and its session; requests that a test still has in its hand fail with nobody to care. */
export async function closeTab(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.context().close();
}

/** Everything that has come over the page's socket, as text. */
export function received(page: Page): string {
  return frames.get(page)?.join("\n") ?? "";
}

/** Opens a tab of its own session and watches it from its first moment. */
export async function openTab(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  const texts: string[] = [];
  frames.set(page, texts);
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => texts.push(String(payload))),
  );
  await page.addInitScript(() => {
    window.mostCards = {};
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      window.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
    new MutationObserver(() => {
      const counts: Record<string, number> = {};
      for (const title of document.querySelectorAll(".offers > li:not(.is-leaving) h2"))
        counts[title.textContent] = (counts[title.textContent] ?? 0) + 1;
      for (const [title, count] of Object.entries(counts))
        window.mostCards[title] = Math.max(count, window.mostCards[title] ?? 0);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  return page;
}
