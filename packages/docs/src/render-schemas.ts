// The schemas that payloads share.
import type { CatalogueSchema } from "@lockstep/codegen";
import { schemaAnchor } from "./anchors.ts";
import { type Html, html } from "./html.ts";
import { renderNode, wordsOf } from "./render-fields.ts";

export function renderSchemas(schemas: readonly CatalogueSchema[]): Html | undefined {
  if (schemas.length === 0) return undefined;
  return html`
<section id="schemas" class="schemas"><h2 class="title">Schemas</h2>
${schemas.map(renderSchema)}
</section>`;
}

function renderSchema({ name, node, source }: CatalogueSchema): Html {
  const anchor = schemaAnchor(name);
  return html`
<article id="${anchor}" data-label="${name}" data-kind="schema" data-where="${source}" data-terms="${[...new Set(wordsOf(node))].join(" ")}">
<h3><a href="#${anchor}"><code>${name}</code></a></h3>
${renderNode(node)}
<p class="source">${source}</p>
</article>`;
}
