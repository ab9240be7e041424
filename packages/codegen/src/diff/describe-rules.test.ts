// The rules in the documentation are those in the code.
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { describeRules } from "./describe-rules.ts";

const file = new URL("../../../../docs/evolution.md", import.meta.url);
const start = "<!-- rules: begin; UPDATE_EXPECTED=1 writes them -->\n\n";
const end = "\n<!-- rules: end -->";

it("docs/evolution.md holds every rule as it is", () => {
  const text = readFileSync(file, "utf8");
  const [before, rest = ""] = text.split(start);
  const [rules, after] = rest.split(end);
  if (process.env.UPDATE_EXPECTED) {
    writeFileSync(file, `${before}${start}${describeRules()}${end}${after}`);
    return;
  }
  expect(rules).toBe(describeRules());
});
