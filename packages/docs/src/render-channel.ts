// One channel: its address and parameters, who may subscribe, and its events.
import type { CatalogueChannel, CatalogueParameter } from "@lockstep/codegen";
import { channelAnchor } from "./anchors.ts";
import { type Html, html } from "./html.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderAddress, renderKind } from "./render-address.ts";
import { renderCode } from "./render-code.ts";
import { renderDeprecation } from "./render-deprecation.ts";
import { renderEvent } from "./render-event.ts";
import { renderNode, renderRules, renderType, wordsOf } from "./render-fields.ts";

export function renderChannel(channel: CatalogueChannel): Html {
  const { key, address, title = key, member, hook, events } = channel;
  const anchor = channelAnchor(key);
  const terms = [key, title, ...channel.parameters.map(({ name }) => name)];
  const words = [...terms, ...(member ? wordsOf(member) : [])].join(" ");
  return html`
<section class="channel" id="${anchor}" data-label="${address}" data-kind="channel" data-where="${key}" data-terms="${words}">
<header><h2 class="title"><a href="#${anchor}">${title}</a></h2>
<p class="address">${renderAddress(address)} ${renderKind(channel)}</p></header>
${renderDeprecation(channel.deprecated)}${renderMarkdown(channel.description)}
${renderParameters(channel.parameters)}
${member && html`<h4>Members</h4><p class="quiet">What subscribers know of each other (<code>user_info</code>):</p>${renderNode(member)}`}
${hook && html`<details><summary>All events with React</summary>${renderCode([{ title: "React", code: hook }], `code/${anchor}`)}</details>`}
<p class="source">key <code>${key}</code> · ${channel.source}</p>
${events.length === 0 && html`<p class="quiet">No events: it only tells who is there.</p>`}
${events.map((event) => renderEvent(channel, event))}
</section>`;
}

function renderParameters(parameters: readonly CatalogueParameter[]): Html | undefined {
  if (parameters.length === 0) return undefined;
  const rows = parameters.map(({ name, type, rules, description, default: usual, examples }) => {
    const shown = examples.map((value, index) => [index > 0 && ", ", html`<code>${value}</code>`]);
    return html`
<li><p><code class="name">${name}</code> ${renderType(type)} ${renderRules(rules)}</p>
${renderMarkdown(description)}${
  (usual !== undefined || examples.length > 0) &&
  html`<p class="quiet">${usual !== undefined && html`Default <code>${usual}</code>. `}${examples.length > 0 && html`For example ${shown}.`}</p>`
}</li>`;
  });
  return html`<h4>Parameters</h4><ul class="fields">${rows}</ul>`;
}
