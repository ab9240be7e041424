import { describe, expect, it } from "vitest";
import { appendPointer, parsePointer } from "./json-pointer.ts";

const cases = [
  { pointer: "", keys: [] },
  { pointer: "/", keys: [""] },
  { pointer: "/a/0", keys: ["a", "0"] },
  { pointer: "/a~1b/m~0n", keys: ["a/b", "m~n"] },
  { pointer: "/~01", keys: ["~1"] },
];

describe("a JSON Pointer", () => {
  it.each(cases)("$pointer is read and written back", ({ pointer, keys }) => {
    expect(parsePointer(pointer)).toEqual(keys);
    expect(appendPointer("", ...keys)).toBe(pointer);
  });

  it.each(["a", "/~", "/~2"])("%s is none", (text) => {
    expect(parsePointer(text)).toBeUndefined();
  });
});
