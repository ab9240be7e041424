// What the contract is leaving behind, and who still uses it.
import { find, make } from "./dom.ts";
import { formatTime, plural } from "./format.ts";
import type { ConsoleDeprecated } from "./wire.ts";

/** Draws the view anew; what is still in use comes first. */
export function drawDeprecated(parts: readonly ConsoleDeprecated[]): void {
  const used = parts.filter(isUsed);
  const rest = parts.filter((part) => !isUsed(part));
  find("count-deprecated").textContent = String(used.length);
  find("view-deprecated").replaceChildren(
    ...(parts.length === 0
      ? [make("p", { class: "nothing" }, "The contract deprecates nothing.")]
      : [...used, ...rest].map(card)),
  );
}

function isUsed({ subscriberCount, senders }: ConsoleDeprecated): boolean {
  return subscriberCount > 0 || senders.length > 0;
}

function card(part: ConsoleDeprecated): HTMLElement {
  const { address, event, replacement } = part;
  return make(
    "article",
    { class: "card" },
    make("h2", { class: "name" }, event === undefined ? address : `${event} on ${address}`),
    make(
      "p",
      { class: "meta" },
      make("span", { class: "chip" }, event === undefined ? "channel" : "event"),
      ` ${describeDates(part)}`,
    ),
    replacement === undefined
      ? undefined
      : make("p", {}, "Use ", make("span", { class: "name" }, replacement), "."),
    ...describeUse(part),
  );
}

function describeDates({ since, sunset }: ConsoleDeprecated): string {
  const from = since === undefined ? "" : ` since ${since}`;
  const until = sunset === undefined ? ", with no last day" : `, until ${sunset}`;
  return `deprecated${from}${until}`;
}

function describeUse(part: ConsoleDeprecated): readonly HTMLElement[] {
  if (!isUsed(part)) return [make("p", { class: "quiet" }, "Nobody uses it.")];
  const { event, subscribers, subscriberCount, senders } = part;
  const rest = subscriberCount - subscribers.length;
  // what a client binds to never reaches a server
  const may = event === undefined ? "" : " of the channel, who may listen to it";
  return [
    ...list(
      "Senders",
      senders.map(({ socketId, count, lastAt }) => [
        socketId ?? "the backend",
        `${plural(count, "time")}, last at ${formatTime(lastAt)}`,
      ]),
    ),
    make("p", { class: "meta" }, `${plural(subscriberCount, "subscriber")}${may}`),
    ...list("Subscribers", [
      ...subscribers.map(({ socketId, client, channel }): [string, string] => [
        socketId,
        `${client === "" ? "" : `(${client}) `}to ${channel}`,
      ]),
      ...(rest > 0 ? [[`and ${rest} more`, ""] as const] : []),
    ]),
  ];
}

function list(
  label: string,
  items: readonly (readonly [name: string, rest: string])[],
): readonly HTMLElement[] {
  if (items.length === 0) return [];
  const rows = items.map(([name, rest]) =>
    make("li", {}, make("strong", { class: "name" }, name), ` ${rest}`),
  );
  return [make("ul", { class: "members", "aria-label": label }, ...rows)];
}
