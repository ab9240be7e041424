import { expect, it } from "vitest";
import * as index from "./index.ts";

it("exports these names", () => {
  expect(Object.keys(index).sort()).toEqual(["DevServerError", "createDevServer"]);
});
