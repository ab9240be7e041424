// Loaded before a program: tells how long the steps of the generator took, and the whole process.
import { subscribe } from "node:diagnostics_channel";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  const phases = [];
  subscribe("lockstep:phase", (phase) => phases.push(phase));
  process.once("exit", () => {
    const last = { name: "process", start: 0, end: performance.now() };
    process.stderr.write(`phases ${JSON.stringify([...phases, last])}\n`);
  });
}
