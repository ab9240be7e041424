import { createHash } from "node:crypto";
import type { Catalogue } from "@lockstep/codegen";
import { describe, expect, it } from "vitest";
import { renderDocs } from "./render-docs.ts";

const hostile = `</script></style><img src=x onerror="alert(1)">'-->{{x}}`;
const node = { type: [{ text: hostile, schema: hostile }], rules: [`\`${hostile}\``], parts: [] };

/** A contract in which every text is somebody else's. */
const catalogue: Catalogue = {
  title: hostile,
  version: hostile,
  file: hostile,
  channels: [
    {
      key: hostile,
      address: hostile,
      kind: "presence",
      title: hostile,
      description: hostile,
      deprecated: {
        since: hostile,
        sunset: hostile,
        use: hostile,
        replacement: { channel: hostile, event: hostile },
      },
      parameters: [
        {
          name: hostile,
          description: hostile,
          type: [{ text: hostile }],
          rules: [hostile],
          default: hostile,
          examples: [hostile],
        },
      ],
      member: node,
      hook: hostile,
      source: hostile,
      events: [
        {
          key: hostile,
          name: hostile,
          typeName: hostile,
          description: hostile,
          deprecated: { use: hostile },
          flow: { kind: "operations", sends: [hostile], receives: [hostile] },
          envelope: { type: hostile, attributes: node },
          payload: {
            ...node,
            description: hostile,
            parts: [
              { kind: "field", name: hostile, required: false, node },
              { kind: "words", words: hostile, node: { ...node, deprecated: hostile } },
            ],
          },
          examples: [hostile],
          samples: [{ role: "publish", code: hostile }],
          source: hostile,
        },
      ],
    },
  ],
  schemas: [{ name: hostile, node, source: hostile }],
};

const change = {
  file: hostile,
  line: 1,
  column: 1,
  pointer: "",
  rule: hostile,
  breaking: true,
  level: "error" as const,
  affects: [],
  bump: "major" as const,
  publishers: "major" as const,
  subscribers: "major" as const,
  message: hostile,
  advice: hostile,
  deployOrder: "dual" as const,
  needsOverride: false,
};

describe("renderDocs", () => {
  it("lets no text of a contract out of its place", () => {
    const diff = { breaking: true, bump: "major" as const, changes: [change] };
    const page = renderDocs(catalogue, { changes: { since: hostile, diff } });
    const count = (what: RegExp): number => page.match(what)?.length ?? 0;
    expect(count(/<script/g)).toBe(1);
    expect(count(/<\/script/g)).toBe(1);
    expect(count(/<style/g)).toBe(1);
    expect(count(/<\/style/g)).toBe(1);
    expect(count(/<img|onerror="|-->/g)).toBe(0);
    // it is there all the same, as text
    expect(count(/&lt;img src=x/g)).toBeGreaterThan(30);
  });

  it("lets nothing run or load but what is in it", () => {
    const empty = { title: "Shop", version: "1.0.0", file: "shop.yaml", channels: [], schemas: [] };
    const page = renderDocs(empty);
    const hashOf = (element: string): string => {
      const [, text = ""] = new RegExp(`<${element}>(.*?)</${element}>`, "s").exec(page) ?? [];
      return `&#39;sha256-${createHash("sha256").update(text).digest("base64")}&#39;`;
    };
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src ${hashOf("style")}; script-src ${hashOf("script")}; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(page).not.toMatch(/\s(?:src|style)=/);
  });

  it("says of no changes that there are none", () => {
    const diff = { breaking: false, bump: "none" as const, changes: [] };
    const page = renderDocs(catalogue, { changes: { since: "v1", diff } });
    expect(page).toContain("Nothing has changed in meaning since <strong>v1</strong>.");
    expect(renderDocs(catalogue)).not.toContain('id="changes"');
  });

  it("keeps half of a surrogate pair from ending it all", () => {
    const page = renderDocs({
      ...catalogue,
      title: "a\uD800b",
      schemas: [{ name: "\uD800", node, source: "" }],
    });
    expect(page).toContain("<title>a\uFFFDb ");
    expect(page).toContain('id="schema/%EF%BF%BD"');
  });
});
