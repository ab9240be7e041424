// What the outbox costs, on each database: `relay` or `request`. Prints a table as JSON; the benchmarks of the repository run it.
import { serveBarely } from "./bare-endpoint.ts";
import { measureRelay } from "./relay-rate.ts";
import { measureRequest } from "./request-time.ts";

const measures = { relay: measureRelay, request: measureRequest, endpoint: serveBarely };

const wanted = process.argv[2] as keyof typeof measures;
const table = await measures[wanted]();
if (table) process.stdout.write(`${JSON.stringify(table)}\n`);
