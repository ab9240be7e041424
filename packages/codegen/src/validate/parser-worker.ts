// The official parser in a thread of its own: it gets files in one message, and answers findings in one.
import { parentPort } from "node:worker_threads";
import { type ParserInput, prepareParser } from "./run-parser.ts";

const port = parentPort;
if (port === null) throw new Error("parser-worker: not a thread; start it by createValidator");

const prepared = prepareParser();
port.once("message", async (input: ParserInput) => {
  const run = await prepared;
  port.postMessage(await run(input));
});
