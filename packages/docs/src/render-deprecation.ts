// What the contract is leaving behind: since when, until when, and what to use.
import type { CatalogueDeprecation } from "@lockstep/codegen";
import { channelAnchor, eventAnchor } from "./anchors.ts";
import { type Html, html } from "./html.ts";

export function renderDeprecation(deprecated: CatalogueDeprecation | undefined): Html | undefined {
  if (deprecated === undefined) return undefined;
  const { since, sunset } = deprecated;
  return html`<p class="banner"><strong>Deprecated</strong>${since && ` since ${since}`}${
    sunset && html`; ends after <time datetime="${sunset}">${sunset}</time>`
  }.${renderUse(deprecated)}</p>`;
}

function renderUse({ use, replacement }: CatalogueDeprecation): Html | undefined {
  if (replacement === undefined) return use === undefined ? undefined : html` Use ${use}.`;
  const { channel, event } = replacement;
  const anchor = event === undefined ? channelAnchor(channel) : eventAnchor(channel, event);
  const name = event === undefined ? channel : `${channel}.${event}`;
  return html` Use <a href="#${anchor}"><code>${name}</code></a>.`;
}
