// One line of the list.
import { make } from "./dom.ts";
import { formatTime, plural, withoutSubject } from "./format.ts";
import type { ConsoleRecord, Verdict } from "./wire.ts";

const words: Readonly<Record<Verdict, readonly [sign: string, label: string]>> = {
  valid: ["✓", "valid"],
  warning: ["!", "warning"],
  error: ["✕", "off the contract"],
  none: ["·", "not judged"],
};

const titles: Readonly<Record<string, string>> = {
  connected: "connected",
  disconnected: "disconnected",
  subscribed: "subscribed",
  unsubscribed: "unsubscribed",
  "member-added": "member joined",
  "member-removed": "member left",
  "signed-in": "signed in",
  "cache-miss": "cache miss",
  "webhook-failed": "webhook failed",
  finding: "noticed",
};

/** Answers a line that opens the record. */
export function recordRow(record: ConsoleRecord, open: () => void): HTMLLIElement {
  const [first] = record.findings;
  const button = make(
    "button",
    { type: "button", class: `record ${record.verdict}`, "data-id": String(record.id) },
    make("time", { datetime: new Date(record.at).toISOString() }, formatTime(record.at)),
    verdictBadge(record.verdict),
    make("span", { class: record.event === undefined ? "what" : "what name" }, titleOf(record)),
    make("span", { class: "where name" }, record.channel ?? record.socketId ?? ""),
    make("span", { class: "reach" }, reachOf(record)),
    first && make("span", { class: "why" }, withoutSubject(first)),
    !first && record.detail ? make("span", { class: "why quiet" }, record.detail) : undefined,
  );
  button.addEventListener("click", open);
  return make("li", {}, button);
}

/** What it is called: an event by its name, anything else by a word. */
export function titleOf({ event, kind }: ConsoleRecord): string {
  return event ?? titles[kind] ?? kind;
}

/** The verdict as a sign, with its word for those who do not see it. */
export function verdictBadge(verdict: Verdict): HTMLElement {
  const [sign, label] = words[verdict];
  return make(
    "span",
    { class: `badge ${verdict}`, title: label, role: "img", "aria-label": label },
    sign,
  );
}

export function verdictLabel(verdict: Verdict): string {
  return words[verdict][1];
}

function reachOf({ subscribers, event }: ConsoleRecord): string {
  if (subscribers === undefined) return "";
  return event === undefined ? plural(subscribers, "subscriber") : `→ ${subscribers}`;
}
