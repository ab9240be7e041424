import { expect, it } from "vitest";
import { generatorFiles } from "./generator-digest.ts";

// cause: a change of the runtime's rules of names left locks standing that had been written under the old ones
it("the generator is also what the runtime brings to it", () => {
  const names = generatorFiles().map(({ name }) => name);
  expect(names.filter((name) => name === "package.json")).toHaveLength(2);
  expect(names).toContain("src/names/parse-address.ts");
  expect(names).toContain("src/lock/generator-digest.ts");
  expect(names.filter((name) => name.includes(".test."))).toEqual([]);
});
