// The official parser in a thread of its own: it gets files in one message, and answers findings in one.
import { parentPort } from "node:worker_threads";
import { loadParser, type ParserInput, runParser } from "./run-parser.ts";

const port = parentPort;
if (port === null) throw new Error("parser-worker: not a thread; start it by createValidator");

port.once("message", async (input: ParserInput) => {
  port.postMessage(await runParser(input));
});
// while the files are being read
await loadParser();
