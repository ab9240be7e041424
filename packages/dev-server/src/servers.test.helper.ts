// What the tests over real sockets stand on: servers and clients that are closed after each test, and nothing left.
import { once } from "node:events";
import Pusher from "pusher";
import PusherJs, { type Options } from "pusher-js";
import { afterEach, expect } from "vitest";
import { type RawData, WebSocket } from "ws";
import {
  type CreateDevServerOptions,
  createDevServer,
  type DevServer,
} from "./create-dev-server.ts";
import type { DevServerEvent } from "./protocol/observed.ts";

// pusher-js declares its default export in a way that Node's module resolution reads as a namespace
const Client = PusherJs as unknown as typeof PusherJs.default;
export type Client = InstanceType<typeof Client>;

export interface StartedServer extends DevServer {
  readonly events: DevServerEvent[];
}

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  await expect.poll(openSockets).toEqual([]);
});

function openSockets(): string[] {
  return process.getActiveResourcesInfo().filter((resource) => resource.startsWith("TCP"));
}

/** Starts a server on a free port. */
export async function startServer(options: CreateDevServerOptions = {}): Promise<StartedServer> {
  const events: DevServerEvent[] = [];
  const onEvent = (event: DevServerEvent) => {
    events.push(event);
  };
  const server = await createDevServer({ port: 0, onEvent, ...options });
  cleanups.push(() => server.close());
  return Object.assign(server, { events });
}

/** A `pusher` for the server. */
export function publisherFor(server: DevServer, options: object = {}): Pusher {
  const { appId, key, secret, host, port } = server;
  return new Pusher({ appId, key, secret, host, port: String(port), useTLS: false, ...options });
}

/** A `pusher-js` for the server; it connects by itself. */
export function clientFor(server: DevServer, options: Partial<Options> = {}): Client {
  const client = new Client(options.cluster ?? server.key, {
    cluster: "local",
    wsHost: server.host,
    wsPort: server.port,
    forceTLS: false,
    enabledTransports: ["ws"],
    ...options,
  });
  cleanups.push(() => client.disconnect());
  return client;
}

/** Resolves with the arguments of the next call of a bound handler. */
export function next<T>(
  target: { bind(event: string, handler: (...values: unknown[]) => void): unknown },
  event: string,
): Promise<T> {
  return new Promise((resolve) => target.bind(event, (value) => resolve(value as T)));
}

export interface RawClient {
  readonly socket: WebSocket;
  /** The next message, parsed; those that came early wait. */
  next(): Promise<{ event: string; channel?: string; data?: unknown }>;
  send(message: object): void;
  /** Resolves with the close code and reason. */
  readonly closed: Promise<{ code: number; reason: string }>;
}

/** A bare WebSocket to the server. */
export function openSocket(
  { port }: { port: number },
  path = "/app/app-key?protocol=7&client=test",
): RawClient {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`);
  cleanups.push(() => socket.terminate());
  socket.on("error", () => {});
  const arrived: RawData[] = [];
  socket.on("message", (data) => arrived.push(data));
  return {
    socket,
    send: (message) => socket.send(JSON.stringify(message)),
    async next() {
      while (arrived.length === 0) await once(socket, "message");
      return JSON.parse(String(arrived.shift()));
    },
    closed: new Promise((resolve) =>
      socket.once("close", (code, reason) => resolve({ code, reason: reason.toString() })),
    ),
  };
}

/** Calls a function after the test, the last given first. */
export function cleanUp(cleanup: () => unknown): void {
  cleanups.push(cleanup);
}
