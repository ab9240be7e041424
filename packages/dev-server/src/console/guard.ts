// Who may use the console: pages of the console itself, and nobody through them.
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";

/**
 * Whether the request was meant for this machine: by an address, by `localhost`, or by the name that it listens on.
 *
 * Any other name may be one that an attacker's DNS points here, whose pages the browser then takes for ours.
 */
export function isMeantForUs({ host }: IncomingHttpHeaders, ownHost: string): boolean {
  const name = hostNameOf(host);
  if (name === undefined) return false;
  const bare = name.replace(/^\[(.*)\]$/, "$1");
  return (
    isIP(bare) !== 0 || bare === "localhost" || bare.endsWith(".localhost") || bare === ownHost
  );
}

/** Whether no other site is behind the request; tools that are no browsers say nothing of it. */
export function isSameSite(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  return origin === undefined || origin === `http://${host}`;
}

/** Compares two texts in a time that says nothing of where they differ. */
export function isSameToken(given: unknown, wanted: string): boolean {
  if (typeof given !== "string") return false;
  const [a, b] = [given, wanted].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

function hostNameOf(host: string | undefined): string | undefined {
  const url = `http://${host}`;
  return host !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined;
}
