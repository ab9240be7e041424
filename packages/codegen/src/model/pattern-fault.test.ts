import { describe, expect, it } from "vitest";
import { findPatternFault } from "./pattern-fault.ts";

describe("a parameter's pattern", () => {
  it.each(["", "a", "^a$", "^[a-z0-9]+(?:-[a-z0-9]+)*$", "^\\d{3,}", "a|b", "^(?:a|b)$", "\\$$"])(
    "%s is taken",
    (pattern) => {
      expect(findPatternFault(pattern)).toBeUndefined();
    },
  );

  it.each([
    { pattern: "(a)", problem: 'captures "(a)", which nothing reads; write "(?:" for "("' },
    { pattern: "(?<n>a)", problem: 'captures "(?<n>a)", which nothing reads; write "(?:" for "("' },
    { pattern: "(?=a)b", problem: 'looks around by "(?=a)"; write what is allowed instead' },
    { pattern: "(?<!a)b", problem: 'looks around by "(?<!a)"; write what is allowed instead' },
    { pattern: "\\bb", problem: 'looks around by "\\b"; write what is allowed instead' },
    { pattern: "^a|b$", problem: 'has "^" inside; anchor the whole, as in "^(?:a|b)$"' },
    { pattern: "(?:^a)", problem: 'has "^" inside; anchor the whole, as in "^(?:a|b)$"' },
    { pattern: "a$b", problem: 'has "$" inside; anchor the whole, as in "^(?:a|b)$"' },
    { pattern: "[", problem: "is not a regular expression in Unicode mode; mend it" },
    { pattern: "\\-", problem: "is not a regular expression in Unicode mode; mend it" },
  ])("$pattern is refused", ({ pattern, problem }) => {
    expect(findPatternFault(pattern)).toBe(`"pattern" "${pattern}" ${problem}`);
  });
});
