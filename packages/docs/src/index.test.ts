import { expect, it } from "vitest";
import * as docs from "./index.ts";

it("exports what it promises", () => {
  expect(Object.keys(docs)).toEqual(["renderDocs"]);
});
