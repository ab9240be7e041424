// A channel's address with its parameters marked, and what its kind means.
import type { CatalogueChannel } from "@lockstep/codegen";
import { type Html, html } from "./html.ts";

export function renderAddress(address: string): Html {
  const parts = address.split(/(\{[^}]*\})/);
  return html`<code>${parts.map((part) => (part.startsWith("{") ? html`<var>${part}</var>` : part))}</code>`;
}

const meanings: Readonly<Record<CatalogueChannel["kind"], string>> = {
  public: "anyone may subscribe",
  private: "a subscriber needs the backend's permission",
  "private-encrypted": "a subscriber needs the backend's permission; payloads are encrypted",
  presence: "a subscriber needs the backend's permission, and all of them know of each other",
  cache: "anyone may subscribe, and gets the last event at once",
  "private-cache": "a subscriber needs the backend's permission, and gets the last event at once",
  "private-encrypted-cache":
    "a subscriber needs the backend's permission, and gets the last event at once; payloads are encrypted",
  "presence-cache":
    "a subscriber needs the backend's permission, knows of all others, and gets the last event at once",
};

export function renderKind({ kind }: Pick<CatalogueChannel, "kind">): Html {
  return html`<span class="chip ${kind}" title="${meanings[kind]}">${kind}</span>`;
}
