import { expect, it } from "vitest";
import { lines } from "../contract-text.test.helper.ts";
import { parseSourceFile } from "./source-file.ts";

// cause: a .json document was read as YAML, which takes some broken JSON and misplaces the faults of the rest
it.each([
  { text: '{"a": 1,\n "b": }', want: '2:7 error json-syntax json: "}" cannot stand here' },
  { text: '{"a": 1\n "b": 2}', want: '2:2 error json-syntax json: "\\"" cannot stand here' },
  { text: '{"a": 1,}', want: '1:9 error json-syntax json: "}" cannot stand here' },
  { text: "{a: 1}", want: '1:2 error json-syntax json: "a" cannot stand here' },
  { text: '{"a": trux}', want: '1:10 error json-syntax json: "x" cannot stand here' },
  {
    text: '{"a": [1, "x',
    want: "1:13 error json-syntax json: the text ends before it is complete",
  },
  { text: "", want: "1:1 error json-syntax json: the text ends before it is complete" },
])("JSON that is broken says where: $text", ({ text, want }) => {
  const [found, ...more] = lines(parseSourceFile("a.json", text).diagnostics);
  expect(found?.split("; ")[0]).toBe(`a.json:${want}`);
  expect(more).toEqual([]);
});

it.each(['{"a": [1, -2.5e3, null]}', '\uFEFF{"a": 1}', ' {\n\t"a": "\\u00e9" } '])(
  "JSON that is whole is read: %s",
  (text) => {
    expect(parseSourceFile("a.json", text).diagnostics).toEqual([]);
  },
);
