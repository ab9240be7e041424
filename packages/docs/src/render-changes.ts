// What has changed in the contract, breaks first.
import type { Bump, Change, ContractDiff } from "@lockstep/codegen";
import { counted } from "./counted.ts";
import { type Html, html } from "./html.ts";

export interface DocsChanges {
  /** What the contract is compared with, for a person. */
  readonly since: string;
  readonly diff: Pick<ContractDiff, "breaking" | "bump" | "changes">;
}

const releases: Readonly<Record<Bump, string>> = {
  major: "It needs a major release.",
  minor: "It needs a minor release.",
  patch: "It needs a patch release.",
  none: "",
};

export function renderChanges({ since, diff }: DocsChanges): Html {
  const { changes, bump } = diff;
  const breaks = changes.filter(({ breaking }) => breaking);
  const others = changes.filter(({ breaking }) => !breaking);
  const extent = breaks.length === 0 ? "none of them breaking" : `${breaks.length} breaking`;
  return html`
<section class="log" id="changes" data-label="Changes" data-kind="page" data-where="since ${since}" data-terms="changes breaking">
<h2 class="title"><a href="#changes">Changes</a></h2>
<p>${
    changes.length === 0
      ? html`Nothing has changed in meaning since <strong>${since}</strong>.`
      : html`${counted(changes.length, "change")} since <strong>${since}</strong>, ${extent}. ${releases[bump]}`
  }</p>
${changes.length > 0 && html`<ul class="changes">${[...breaks, ...others].map(renderChange)}</ul>`}
</section>`;
}

const orders: Readonly<Record<Change["deployOrder"], string>> = {
  any: "",
  "publisher-first": "Deploy the publisher first.",
  "subscriber-first": "Deploy the subscriber first.",
  dual: "Publish both for a while.",
};

function renderChange({ rule, breaking, message, advice, deployOrder }: Change): Html {
  const chip = breaking
    ? html`<span class="chip error">breaking</span>`
    : html`<span class="chip">safe</span>`;
  return html`
<li>${chip} <code class="quiet">${rule}</code>
<p>${message}</p>${advice && html`<p class="quiet">${sentenceOf(advice)}</p>`}${
    orders[deployOrder] && html`<p class="quiet">${orders[deployOrder]}</p>`
  }</li>`;
}

function sentenceOf(advice: string): string {
  return `${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`;
}
