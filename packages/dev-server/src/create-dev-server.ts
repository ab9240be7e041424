// A Pusher Channels server for one machine.
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { addConsoleRoutes } from "./console/add-console-routes.ts";
import { createContractConsole } from "./console/create-contract-console.ts";
import type { Contract } from "./contract/contract.ts";
import { createInspector } from "./contract/create-inspector.ts";
import type { Finding } from "./contract/finding.ts";
import { createHub } from "./protocol/hub.ts";
import type { RefusedSubscriptions, Timeouts } from "./protocol/hub-state.ts";
import type { Limits } from "./protocol/limits.ts";
import type { DevServerEvent } from "./protocol/observed.ts";
import { acceptSockets } from "./server/accept-sockets.ts";
import { createHttpApi } from "./server/create-http-api.ts";
import { listen, stopListening } from "./server/listen.ts";
import { systemClock } from "./server/system-clock.ts";
import { createWebhooks } from "./webhooks/create-webhooks.ts";

export interface CreateDevServerOptions {
  /** @default "127.0.0.1": nobody else on the network reaches it */
  readonly host?: string;
  /** 0 takes a free port. @default 6001 */
  readonly port?: number;
  /** Digits: `Pusher.forURL` reads it as a number. @default "1" */
  readonly appId?: string;
  /** @default "app-key" */
  readonly key?: string;
  /** @default "app-secret" */
  readonly secret?: string;
  /** Receives everything that happens, in order; what it throws is an uncaught exception of the process. */
  readonly onEvent?: (event: DevServerEvent) => void;
  /** What may cross the wire; without it, only what is wrong under any contract is found. */
  readonly contract?: Contract | undefined;
  /** Receives everything that is wrong, after the event that shows it; what it throws is treated likewise. */
  readonly onFinding?: (finding: Finding) => void;
  /** How long a connection may go without a subscription before that is a finding. @default 10 */
  readonly subscribeWithinSeconds?: number;
  /** Addresses that are told of channels, members, client events and cache misses. @default none */
  readonly webhooks?: readonly string[];
  /** @default the hosted service's, where it has one */
  readonly limits?: Partial<Limits>;
  /** @default 120 s of silence before a ping, 30 s for the pong */
  readonly timeouts?: Partial<Timeouts>;
  /** Whether clients are told how many are subscribed (`pusher:subscription_count`). @default true */
  readonly subscriptionCounts?: boolean;
  /** In whose way a client learns that its subscription was refused. @default "hosted" */
  readonly refusedSubscriptions?: RefusedSubscriptions;
}

export interface DevServer {
  /** Base of the HTTP API, without a slash at the end; WebSocket is on the same port. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly appId: string;
  readonly key: string;
  /** Not enumerable, so that no log of the whole object shows it. */
  readonly secret: string;
  /** Judges by another contract from now on. */
  useContract(contract: Contract): void;
  /** Closes every socket with 4200, stops listening, and resolves when nothing is left; more calls change nothing. */
  close(): Promise<void>;
}

/**
 * Starts a server; it listens when the promise resolves.
 *
 * ```ts
 * const server = await createDevServer({ port: 0 });
 * const pusher = new Pusher({ ...server, secret: server.secret, port: String(server.port), useTLS: false });
 * await server.close();
 * ```
 *
 * @throws {DevServerError} when it cannot listen there
 * @throws {TypeError} when a webhook's address is not one
 * @throws {RangeError} when a timeout is not above zero
 */
export async function createDevServer(options: CreateDevServerOptions = {}): Promise<DevServer> {
  const { host = "127.0.0.1", port: wantedPort = 6001 } = options;
  const { appId = "1", key = "app-key", secret = "app-secret" } = options;
  const application = { appId, key, secret };
  const clock = systemClock;
  const observe = isolated(options.onEvent);
  const report = isolated(options.onFinding);
  const urls = options.webhooks ?? [];
  const webhooks = createWebhooks({ urls, application, clock, observe });
  const inspector = createInspector({
    contract: options.contract,
    clock,
    subscribeWithinSeconds: options.subscribeWithinSeconds ?? 10,
    report: (finding) => {
      report(finding);
      contractConsole.report(finding);
    },
  });
  const hub = createHub({
    application,
    clock,
    observe: (event) => {
      observe(event);
      const findings = inspector.take(event);
      for (const finding of findings) report(finding);
      contractConsole.take(event, findings);
      webhooks.take(event);
    },
    limits: options.limits,
    timeouts: options.timeouts,
    refusedSubscriptions: options.refusedSubscriptions,
    subscriptionCounts: options.subscriptionCounts,
  });
  const contractConsole = createContractConsole({
    hub,
    contract: options.contract,
    settings: () => ({ appId, key, host, port }),
  });
  const api = createHttpApi(hub);
  addConsoleRoutes(api, { hub, contractConsole, host });
  const server = createAdaptorServer({ fetch: api.fetch, overrideGlobalObjects: false }) as Server;
  acceptSockets(server, hub);
  const port = await listen(server, { host, port: wantedPort });
  // an accept that failed, for want of file descriptors for example
  server.on("error", (error) => hub.state.observe({ type: "fault", error }));
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= stopListening(server);
    hub.close();
    contractConsole.close();
    inspector.close();
    webhooks.close();
    return closed;
  };
  const useContract = (contract: Contract) => {
    inspector.useContract(contract);
    contractConsole.useContract(contract);
  };
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const devServer = { url, host, port, appId, key, useContract, close };
  return Object.defineProperty(devServer, "secret", { value: secret }) as DevServer;
}

// an observer that throws must not leave the protocol half-way through what it was doing
function isolated<T>(receive: ((value: T) => void) | undefined): (value: T) => void {
  return (value) => {
    try {
      receive?.(value);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  };
}
