// Which versions of Node can run this.
import { expect, test } from "vitest";
import { describeNodeProblem } from "./describe-node-problem.ts";

test.each(["20.19.0", "20.20.2", "22.12.0", "23.0.0", "26.10.0"])("%s is fine", (version) => {
  expect(describeNodeProblem(version)).toBeUndefined();
});

test.each(["0.10.48", "18.20.0", "20.18.3", "21.7.3", "22.11.0"])("%s is too old", (version) => {
  expect(describeNodeProblem(version)).toBe(
    `node: version ${version} is too old; install Node 20.19, 22.12 or a later version`,
  );
});
