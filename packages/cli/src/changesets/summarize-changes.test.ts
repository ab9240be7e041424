import type { Change } from "@lockstep/codegen";
import { describe, expect, it } from "vitest";
import { summarizeChanges } from "./summarize-changes.ts";

const change = (rule: string, message: string, breaking = false): Change => ({
  rule,
  message,
  breaking,
  level: breaking ? "error" : "info",
  affects: [],
  bump: breaking ? "major" : "minor",
  publishers: "minor",
  subscribers: "minor",
  deployOrder: "any",
  needsOverride: false,
  file: "orders.yaml",
  line: 1,
  column: 1,
  pointer: "",
});

describe("a summary", () => {
  it("tells breaks line by line, and the rest by kind", () => {
    const given = [
      change("payload-type-changed", "orders.placed payload.id: integer became string; x", true),
      change("channel-removed", 'channel "stock": gone; y', true),
      change("event-added", "orders.cancelled: added; nobody breaks"),
      change("channel-added", 'channel "returns": added; nobody breaks'),
      change("event-deprecated", "orders.old: deprecated; nobody breaks"),
      change("payload-open-enum-value-added", 'orders.placed payload.kind: "gift" added; nobody'),
      change("docs-changed", "orders.placed: its words; nobody breaks"),
      change("docs-changed", "orders.cancelled: its words; nobody breaks"),
    ];
    expect(summarizeChanges(given)).toBe(`Breaking:

- \`orders.placed payload.id\`: integer became string
- channel \`stock\`: gone

New: \`orders.cancelled\`, channel \`returns\`. Deprecated: \`orders.old\`. Changed: \`orders.placed payload.kind\`: "gift" added. Descriptions and examples are reworded.`);
  });

  it("is a sentence where one thing breaks, and each thing is told once", () => {
    const one = change("channel-removed", 'channel "stock": gone; y', true);
    expect(summarizeChanges([one, one])).toBe("Breaking: channel `stock`: gone.");
  });

  it("stays short", () => {
    const many = Array.from({ length: 13 }, (_, index) =>
      change("event-added", `orders.e${index}: added; nobody breaks`),
    );
    expect(summarizeChanges(many)).toMatch(/^New: `orders\.e0`, .*`orders\.e9`, and 3 more\.$/);
  });
});
