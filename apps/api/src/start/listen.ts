// An HTTP server for a fetch function: listening, and stopping without cutting anybody off.

import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { reasonOf, StartupError } from "./startup-error.ts";

export interface ListenOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** How long requests under way may take when the server stops. @default 3000 */
  readonly graceMs?: number;
}

export interface Listening {
  readonly port: number;
  /** Accepts nothing more; resolves when the last request has been answered, or was cut off after the grace. */
  close(): Promise<void>;
}

/** @throws {StartupError} when the port is taken or not allowed */
export async function listen(
  site: Hono,
  { host, port, graceMs = 3000 }: ListenOptions,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: site.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(toStartupError(error, { host, port })));
    server.listen(port, host, resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
      server.close(() => {
        clearTimeout(cutOff);
        resolve();
      });
    });
  return { port: (server.address() as AddressInfo).port, close };
}

function toStartupError(error: NodeJS.ErrnoException, { host, port }: ListenOptions): StartupError {
  if (error.code === "EADDRINUSE") {
    return new StartupError(
      `port: ${port} on ${host} is in use; stop the program that has it, or set PORT to another`,
    );
  }
  return new StartupError(`port: cannot listen on ${host}:${port}: ${reasonOf(error)}`);
}
