// The page's style and script, in the page itself, so that it is one file and its policy lets nothing else in.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Html } from "./html.ts";

// beside this module's source, and reached from what is built of it alike
const folder = new URL("../src/page/", import.meta.url);

export interface PageAssets {
  readonly style: Html;
  readonly script: Html;
  readonly policy: string;
}

export function readPageAssets(): PageAssets {
  const style = readFileSync(new URL("style.css", folder), "utf8");
  const script = readFileSync(new URL("page.js", folder), "utf8");
  return {
    style: new Html(`<style>${style}</style>`),
    script: new Html(`<script>${script}</script>`),
    policy: `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`,
  };
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
