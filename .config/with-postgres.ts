// Runs a command with TEST_DATABASE_URL, as the tests have it: `with-postgres.ts COMMAND [ARG…]`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setup } from "./postgres.ts";

const [command = "", ...args] = process.argv.slice(2);
const tearDown = await setup();
const [code] = await once(spawn(command, args, { stdio: "inherit" }), "exit");
await tearDown?.();
process.exitCode = code ?? 1;
