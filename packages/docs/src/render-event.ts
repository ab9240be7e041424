// One event of one channel: who sends it, what it carries, and the code for both sides.
import type {
  CatalogueChannel,
  CatalogueEvent,
  CatalogueFlow,
  CatalogueSample,
} from "@lockstep/codegen";
import { eventAnchor } from "./anchors.ts";
import { type Html, html } from "./html.ts";
import { renderMarkdown } from "./markdown.ts";
import { type CodeBlock, renderCode } from "./render-code.ts";
import { renderDeprecation } from "./render-deprecation.ts";
import { renderNode, wordsOf } from "./render-fields.ts";

export function renderEvent(channel: CatalogueChannel, event: CatalogueEvent): Html {
  const anchor = eventAnchor(channel.key, event.key);
  const terms = [event.key, event.typeName, ...wordsOf(event.payload)];
  return html`
<article class="event" id="${anchor}" data-label="${event.name}" data-kind="event" data-where="${channel.key}" data-terms="${[...new Set(terms)].join(" ")}">
<header><h3><a href="#${anchor}"><code class="${event.deprecated && "gone"}">${event.name}</code></a></h3>
<p class="meta">key <code>${event.key}</code> · type <code>${event.typeName}</code> · ${renderFlow(event.flow)}</p></header>
${renderDeprecation(event.deprecated)}${renderMarkdown(event.description)}
<div class="columns"><div><h4>Payload</h4>
${renderNode(event.payload)}${renderEnvelope(event.envelope)}</div>
<div>${renderCode(blocksOf(event), `code/${anchor}`)}</div></div>
<p class="source">${event.source}</p>
</article>`;
}

function renderFlow(flow: CatalogueFlow): Html {
  switch (flow.kind) {
    case "clients":
      return html`<strong>subscribers</strong> send it to each other`;
    case "unsaid":
      return html`no operation says who sends it`;
    case "operations": {
      const { sends, receives } = flow;
      if (sends.length + receives.length === 0) return html`no operation sends it`;
      return html`${sends.length > 0 && html`<strong>the backend</strong> sends it (${listOf(sends)})`}${
        sends.length > 0 && receives.length > 0 && "; "
      }${receives.length > 0 && html`<strong>the backend</strong> receives it (${listOf(receives)})`}`;
    }
  }
}

function listOf(keys: readonly string[]): Html {
  const all = keys.map((key, index) => [index > 0 && ", ", html`<code>${key}</code>`]);
  return html`${all}`;
}

function renderEnvelope(envelope: CatalogueEvent["envelope"]): Html | undefined {
  if (envelope === undefined) return undefined;
  const { type, attributes } = envelope;
  return html`<h4>Envelope</h4>
<p>CloudEvents 1.0 in structured mode, of type <code>${type}</code>: on the wire the payload stands under <code>data</code>.</p>
${attributes && html`<p>Attributes of its own:</p>${renderNode(attributes)}`}`;
}

const titles: Readonly<Record<CatalogueSample["role"], string>> = {
  publish: "Publish",
  subscribe: "Subscribe",
  trigger: "Send",
};

function blocksOf({ examples, samples }: CatalogueEvent): readonly CodeBlock[] {
  return [
    ...examples.map((code, index) => ({
      title: examples.length === 1 ? "Example" : `Example ${index + 1}`,
      code,
    })),
    ...samples.map(({ role, code }) => ({ title: titles[role], code })),
  ];
}
