// The beginning of the page: every channel with its events, as links.
import type { Catalogue, CatalogueChannel } from "@lockstep/codegen";
import { channelAnchor, eventAnchor, schemaAnchor } from "./anchors.ts";
import { counted } from "./counted.ts";
import { type Html, html } from "./html.ts";
import { renderAddress, renderKind } from "./render-address.ts";

export function renderOverview({ title, version, channels, schemas, file }: Catalogue): Html {
  const events = channels.reduce((sum, channel) => sum + channel.events.length, 0);
  return html`
<section id="overview" class="overview">
<h1>${title} <span class="version">${version}</span></h1>
<p class="quiet">${counted(channels.length, "channel")}, ${counted(events, "event")}, ${counted(schemas.length, "schema")} · from <code>${file}</code></p>
<ul class="cards">${channels.map(renderCard)}</ul>
</section>`;
}

function renderCard(channel: CatalogueChannel): Html {
  const { key, title = key, address, deprecated, events } = channel;
  return html`
<li class="card"><h2><a href="#${channelAnchor(key)}">${title}</a></h2>
<p class="address">${renderAddress(address)}</p>
<p>${renderKind(channel)}${deprecated && html` <span class="chip warning">deprecated</span>`}</p>
${
  events.length > 0 &&
  html`<ul class="links">${events.map(
    (event) =>
      html`<li><a class="tag" href="#${eventAnchor(key, event.key)}"><code class="${event.deprecated && "gone"}">${event.name}</code></a></li>`,
  )}</ul>`
}</li>`;
}

/** Links to everything, beside the page where there is room. */
export function renderContents({ channels, schemas }: Catalogue, hasChanges: boolean): Html {
  return html`<nav class="contents" aria-label="Contents">
<ul><li><a href="#overview">Overview</a></li>${hasChanges && html`<li><a href="#changes">Changes</a></li>`}</ul>
<h2>Channels</h2>
<ul>${channels.map(
    ({ key, title = key, events, deprecated }) => html`
<li><a href="#${channelAnchor(key)}" class="${deprecated && "gone"}">${title}</a>
${events.length > 0 && html`<ul>${events.map((event) => html`<li><a href="#${eventAnchor(key, event.key)}" class="${event.deprecated && "gone"}"><code>${event.name}</code></a></li>`)}</ul>`}</li>`,
  )}</ul>
${schemas.length > 0 && html`<h2>Schemas</h2><ul>${schemas.map(({ name }) => html`<li><a href="#${schemaAnchor(name)}"><code>${name}</code></a></li>`)}</ul>`}
</nav>`;
}
