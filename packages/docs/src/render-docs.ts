// A contract's catalogue as one HTML page.
import type { Catalogue } from "@lockstep/codegen";
import { html } from "./html.ts";
import { readPageAssets } from "./page-assets.ts";
import { type DocsChanges, renderChanges } from "./render-changes.ts";
import { renderChannel } from "./render-channel.ts";
import { renderContents, renderOverview } from "./render-overview.ts";
import { renderSchemas } from "./render-schemas.ts";

export interface RenderDocsOptions {
  /** What has changed since a contract of the past. */
  readonly changes?: DocsChanges | undefined;
}

/**
 * Renders the whole page: it loads nothing, works from a file and on any host, and its own content security policy runs
 * no script but its own. Whatever a contract says is text, or Markdown without HTML. The same catalogue gives the same
 * bytes.
 */
export function renderDocs(catalogue: Catalogue, { changes }: RenderDocsOptions = {}): string {
  const { style, script, policy } = readPageAssets();
  const { title, version, channels, schemas } = catalogue;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} ${version}</title>
${style}
</head>
<body>
<a class="skip" href="#main">Skip to the channels</a>
<header class="top">
<a class="brand" href="#overview">${title} <span class="version">${version}</span></a>
<div class="search" hidden>
<input id="search" type="search" role="combobox" aria-label="Search" aria-controls="found" aria-expanded="false" aria-autocomplete="list" aria-keyshortcuts="/" placeholder="Event, field, channel…" autocomplete="off" autocapitalize="off" spellcheck="false">
<kbd>/</kbd>
<ul id="found" class="found" role="listbox" aria-label="Found" hidden></ul>
<p id="count" class="unseen" role="status"></p>
</div>
</header>
${renderContents(catalogue, changes !== undefined)}
<main id="main" tabindex="-1">
${renderOverview(catalogue)}
${changes && renderChanges(changes)}
${channels.map(renderChannel)}
${renderSchemas(schemas)}
</main>
${script}
</body>
</html>
`.text;
}
