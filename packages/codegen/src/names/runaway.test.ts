import { describe, expect, it } from "vitest";
import { findRunaway } from "./runaway.ts";

describe("a pattern", () => {
  it.each([
    "",
    "^[a-z0-9]+(?:-[a-z0-9]+)*$",
    "^ord_[0-9A-HJKMNP-TV-Z]{26}$",
    "^(?:a|b|c)*(?:x|y)$",
    "^(?:\\d{1,3}\\.){3}\\d{1,3}$",
    "^[A-Za-z_][A-Za-z0-9_]{0,63}$",
    "^[a-z0-9]{1,63}[a-z0-9-]{0,63}$",
    "^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?$",
    "^[^@\\s]+@[^@\\s.]+(?:\\.[^@\\s.]+)+$",
    "^(?:a{2}b|a{3}c)*$",
    "^(?!x)\\p{L}+$",
    "foo.*",
    "^.*foo.*",
    "^(a)\\1$",
    "^#(?:[0-9a-f]{3}|[0-9a-f]{6})$",
    "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2})$",
  ])("%s is read in bounded time", (pattern) => {
    expect(findRunaway(pattern)).toBeUndefined();
  });

  it.each([
    { pattern: "^(?:[a-z0-9]+-?)+$", text: "a" },
    { pattern: "^(?:a*)*$", text: "a" },
    { pattern: "^(?:a|a)+$", text: "aa" },
    { pattern: "^(?:\\w|\\d)+$", text: "0A" },
    { pattern: "^(?:a|ab|b)+$", text: "aba" },
    { pattern: "^(?:aa|a)*$", text: "aaaa" },
    { pattern: "^(?:[a-z]{1,20}){1,20}$", text: "a" },
    { pattern: "(?:x+x+)+y", text: "xx" },
  ])("$pattern takes exponential time", ({ pattern, text }) => {
    const found = findRunaway(pattern);
    expect(found?.isExponential).toBe(true);
    expect(found?.text).toBe(text);
  });

  it.each([
    "^a*a*$",
    "^\\d+\\d+$",
    "^[^@]+@[^@]+\\.[^@]+$",
    "^.*foo.*$",
    "^a*b?a*$",
    "^(?:a+){2}$",
  ])("%s takes polynomial time", (pattern) => {
    expect(findRunaway(pattern)?.isExponential).toBe(false);
  });

  it.each([
    "^(?:a{1,500}){1,500}b$",
    `^(?:${"[a-z]?".repeat(100)})*$`,
    "^(?:a|b|c|d|e|f|g|h){50}$",
  ])("%s is judged soon, or not at all", (pattern) => {
    const start = performance.now();
    findRunaway(pattern);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
