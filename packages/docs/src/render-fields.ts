// A value as a tree of its parts, each with its type, its rules and what the contract says of it.
import type { CatalogueNode, CataloguePart, TypeWord } from "@lockstep/codegen";
import { schemaAnchor } from "./anchors.ts";
import { type Html, html } from "./html.ts";
import { renderMarkdown } from "./markdown.ts";

/** Type and rules of a value, and then its parts. */
export function renderNode(node: CatalogueNode): Html {
  // that it is an object is seen
  const isPlain = node.rules.length === 0 && node.type.every(({ text }) => text === "object");
  return html`${!isPlain && html`<p class="root">${renderType(node.type)} ${renderRules(node.rules)}</p>`}
${renderMarkdown(node.description)}${renderParts(node.parts)}`;
}

function renderParts(parts: readonly CataloguePart[]): Html | undefined {
  if (parts.length === 0) return undefined;
  return html`<ul class="fields">${parts.map(renderPart)}</ul>`;
}

function renderPart(part: CataloguePart): Html {
  const { node } = part;
  const isDeprecated = node.deprecated !== undefined;
  const lead =
    part.kind === "words"
      ? html`<span class="quiet">${part.words}</span>`
      : html`<code class="name${isDeprecated && " gone"}">${part.name}</code>`;
  const optional = part.kind === "field" && !part.required;
  return html`
<li><p>${lead} ${renderType(node.type)}${optional && html` <span class="optional">optional</span>`}${
    isDeprecated && html` <span class="chip warning">deprecated</span>`
  } ${renderRules(node.rules)}</p>
${node.deprecated && html`<p class="note">${node.deprecated}</p>`}${renderMarkdown(node.description)}${renderParts(node.parts)}</li>`;
}

export function renderType(words: readonly TypeWord[]): Html {
  const parts = words.map(({ text, schema }) =>
    schema === undefined ? text : html`<a href="#${schemaAnchor(schema)}">${text}</a>`,
  );
  return html`<span class="type">${parts}</span>`;
}

/** Rules in words; what stands between backticks is code. */
export function renderRules(rules: readonly string[]): Html | undefined {
  if (rules.length === 0) return undefined;
  const all = rules.map((rule, index) => [
    index > 0 && ", ",
    rule.split("`").map((text, place) => (place % 2 === 1 ? html`<code>${text}</code>` : text)),
  ]);
  return html`<span class="rules">${all}</span>`;
}

/** Every word of a tree that somebody may look for: names of fields, of schemas and listed values. */
export function wordsOf(node: CatalogueNode): readonly string[] {
  return [
    ...node.type.map(({ text }) => text),
    ...node.parts.flatMap((part) => [
      part.kind === "field" ? part.name : "",
      ...wordsOf(part.node),
    ]),
  ];
}
