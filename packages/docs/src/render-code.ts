// Blocks of code, alone or behind tabs that need no script.
import { highlight } from "./highlight.ts";
import { type Html, html } from "./html.ts";

export interface CodeBlock {
  readonly title: string;
  readonly code: string;
}

/** @param group unique on the page */
export function renderCode(blocks: readonly CodeBlock[], group: string): Html | undefined {
  if (blocks.length === 0) return undefined;
  const tabs = blocks.map(
    ({ title, code }, index) => html`
<input type="radio" name="${group}" id="${group}/${index}"${index === 0 ? checked : ""}>
<label for="${group}/${index}">${title}</label>
<pre tabindex="0" aria-label="${title}"><code>${highlight(code)}</code></pre>`,
  );
  return html`<fieldset class="code"><legend>Code</legend>${tabs}
</fieldset>`;
}

const checked = html` checked`;
