// Stops with one line on a Node that is too old, in words that every Node understands.
import { describeNodeProblem } from "./start/describe-node-problem.ts";

const problem = describeNodeProblem(process.versions.node);
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  // at once, since later imports would fail with a stack
  process.exit(1);
}
