// Code with its words coloured.
import { type Html, html } from "./html.ts";

const tokens =
  /(?<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<number>\b\d[\d.eE+-]*\b)|(?<word>\b(?:await|const|false|from|import|null|true)\b)/g;

/** TypeScript or JSON; every character stays as it is. */
export function highlight(code: string): Html {
  const parts: Html[] = [];
  let end = 0;
  for (const match of code.matchAll(tokens)) {
    const [kind = ""] = Object.entries(match.groups ?? {}).find(([, text]) => text) ?? [];
    parts.push(html`${code.slice(end, match.index)}<i class="${kind}">${match[0]}</i>`);
    end = match.index + match[0].length;
  }
  return html`${parts}${code.slice(end)}`;
}
