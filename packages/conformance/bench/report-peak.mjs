// Loaded before a program: tells the most memory that its process had.
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  process.once("exit", () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`));
}
