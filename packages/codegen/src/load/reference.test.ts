import { describe, expect, it } from "vitest";
import { parseReference } from "./reference.ts";

const cases = [
  { ref: "#/a", want: { file: "docs/root.yaml", pointer: "/a" } },
  { ref: "#", want: { file: "docs/root.yaml", pointer: "" } },
  { ref: "other.yaml", want: { file: "docs/other.yaml", pointer: "" } },
  { ref: "./sub/other.json#/a/0", want: { file: "docs/sub/other.json", pointer: "/a/0" } },
  { ref: "../../up.yaml#/a", want: { file: "../up.yaml", pointer: "/a" } },
  {
    ref: "two%20words.yaml#/a%20b/c~1d",
    want: { file: "docs/two words.yaml", pointer: "/a b/c~1d" },
  },
  { ref: "https://example.com/a.yaml#/a", want: "remote" },
  { ref: "file:///etc/passwd", want: "remote" },
  { ref: "//example.com/a.yaml", want: "remote" },
  { ref: "/etc/passwd", want: "malformed" },
  { ref: "#anchor", want: "malformed" },
  { ref: "#/a#/b", want: "malformed" },
  { ref: "#/%zz", want: "malformed" },
];

describe("a $ref in docs/root.yaml", () => {
  it.each(cases)("$ref", ({ ref, want }) => {
    const got = parseReference("docs/root.yaml", ref);
    expect(got.kind === "place" ? got.place : got.kind).toEqual(want);
  });
});
