// Descriptions, which AsyncAPI writes in CommonMark, as HTML that can do nothing but be read.
import MarkdownIt from "markdown-it";
import { escapeHtml, Html, html } from "./html.ts";

const markdown = new MarkdownIt("commonmark", { html: false });
// a picture would be fetched from somewhere: its text stays, and where it is
markdown.disable("image");
markdown.validateLink = (url) => /^(?:https?:\/\/|mailto:)/i.test(url.trim());
// headings of a description are none of the page
markdown.renderer.rules.heading_open = () => '<p class="heading">';
markdown.renderer.rules.heading_close = () => "</p>\n";
markdown.renderer.rules.link_open = (tokens, index) => {
  const href = String(tokens[index]?.attrGet("href") ?? "");
  return `<a href="${escapeHtml(href)}" rel="noopener noreferrer">`;
};

/** No HTML of its own, and no link but `http:`, `https:` and `mailto:`. */
export function renderMarkdown(text: string | undefined): Html | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const body = new Html(markdown.render(text.replaceAll(/\p{Cs}/gu, "\uFFFD")));
  return html`<div class="words">${body}</div>`;
}
