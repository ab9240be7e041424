// Who is connected, and to what.
import { find, make } from "./dom.ts";
import { formatTime, plural } from "./format.ts";
import type { ConsoleChannel, ConsoleConnection, ConsoleMember, ConsoleState } from "./wire.ts";

/** Draws both views anew. */
export function drawState(state: ConsoleState): void {
  find("count-channels").textContent = String(state.channelCount);
  find("count-connections").textContent = String(state.connectionCount);
  fill("view-channels", {
    cards: state.channels.map(channelCard),
    count: state.channelCount,
    nothing: "No channel has a subscriber.",
  });
  fill("view-connections", {
    cards: state.connections.map(connectionCard),
    count: state.connectionCount,
    nothing: "No client is connected.",
  });
}

function fill(
  id: string,
  { cards, count, nothing }: { cards: readonly HTMLElement[]; count: number; nothing: string },
): void {
  const rest = count - cards.length;
  const note = count === 0 ? nothing : rest > 0 ? `and ${rest} more` : undefined;
  find(id).replaceChildren(
    ...cards,
    ...(note === undefined ? [] : [make("p", { class: "nothing" }, note)]),
  );
}

function channelCard({ name, kind, subscribers, members }: ConsoleChannel): HTMLElement {
  return make(
    "article",
    { class: "card" },
    make("h2", { class: "name" }, name),
    make(
      "p",
      { class: "meta" },
      make("span", { class: "chip" }, kind),
      ` ${plural(subscribers, "subscriber")}`,
    ),
    members.length === 0
      ? undefined
      : make("ul", { class: "members", "aria-label": "Members" }, ...members.map(memberItem)),
  );
}

function memberItem({ userId, userInfo }: ConsoleMember): HTMLElement {
  const info = userInfo === null ? "" : JSON.stringify(userInfo);
  return make("li", {}, make("strong", { class: "name" }, userId), ` ${info}`);
}

function connectionCard(connection: ConsoleConnection): HTMLElement {
  const { socketId, client, since, userId, subscriptions } = connection;
  return make(
    "article",
    { class: "card" },
    make("h2", { class: "name" }, socketId),
    make(
      "p",
      { class: "meta" },
      client === "" ? undefined : make("span", { class: "chip" }, client),
      userId === undefined ? undefined : make("span", { class: "chip" }, `user ${userId}`),
      ` since ${formatTime(since)}`,
    ),
    subscriptions.length === 0
      ? make("p", { class: "quiet" }, "subscribed to nothing")
      : make(
          "ul",
          { class: "members", "aria-label": "Subscriptions" },
          ...subscriptions.map((name) => make("li", { class: "name" }, name)),
        ),
  );
}
