// The realtime server: embedded in this process, Pusher Channels, or none.
import { randomBytes } from "node:crypto";
import { createDevServer, DevServerError } from "@lockstep/dev-server";
import type { EventPublisher } from "@lockstep/outbox";
import * as events from "@lockstep-demo/events";
import { type ChannelSigner, createPublisher } from "@lockstep-demo/publishers";
import Pusher from "pusher";
import type { PusherCredentials, RealtimeMode } from "../config.ts";
import type { RealtimeConfig } from "../realtime/realtime-config.ts";
import { createRoomPresence, type RoomPresence } from "../realtime/room-presence.ts";
import {
  createSessionConnections,
  type SessionConnections,
} from "../realtime/session-connections.ts";
import { contractOfChannels } from "./contract-of-channels.ts";
import { hostInUrl } from "./host-in-url.ts";
import { StartupError } from "./startup-error.ts";

export interface Realtime {
  readonly publisher: EventPublisher;
  /** Absent where there is no realtime server. */
  readonly signer: ChannelSigner | undefined;
  /** Absent where there is no realtime server. */
  readonly connections: SessionConnections | undefined;
  readonly rooms: RoomPresence;
  /** How a page that was asked for by `requestUrl` reaches the server. */
  readonly configFor: (requestUrl: string) => RealtimeConfig;
  /** The contract console, where the embedded server has one. */
  readonly consoleUrl?: string;
  close(): Promise<void>;
}

const PUBLISH_TIMEOUT_MS = 5000;
/** CloudEvents `source` of what this process publishes. */
const SOURCE = "/hotels";

/** @throws {StartupError} when the embedded server cannot listen */
export async function openRealtime(mode: RealtimeMode, host: string): Promise<Realtime> {
  switch (mode.mode) {
    case "off":
      return {
        publisher: { publish: async () => {} },
        signer: undefined,
        connections: undefined,
        rooms: { isGuestConnected: async () => false },
        configFor: () => ({ enabled: false }),
        close: async () => {},
      };
    case "embedded":
      return openEmbedded(host, mode.port);
    case "pusher":
      return {
        ...connectTo(mode),
        configFor: () => pageConfig(mode),
        close: async () => {},
      };
  }
}

async function openEmbedded(host: string, port: number): Promise<Realtime> {
  // new at each start: nobody but this process publishes
  const secret = randomBytes(16).toString("hex");
  const contract = contractOfChannels("Hotel realtime", events);
  const server = await createDevServer({ host, port, secret, contract }).catch((error) => {
    throw error instanceof DevServerError ? toStartupError(error) : error;
  });
  const credentials = {
    appId: server.appId,
    key: server.key,
    secret,
    cluster: undefined,
    host: isEverywhere(host) ? "127.0.0.1" : hostInUrl(host),
    port: server.port,
    useTls: false,
  };
  return {
    ...connectTo(credentials),
    configFor: (requestUrl) => ({
      ...pageConfig(credentials),
      ...(isEverywhere(host) && { wsHost: hostOf(requestUrl) }),
    }),
    consoleUrl: `${server.url}/`,
    close: () => server.close(),
  };
}

function toStartupError({ code, host, message, port }: DevServerError): StartupError {
  if (code !== "port-in-use") return new StartupError(`realtime: ${message}`);
  return new StartupError(
    `realtime: port ${port} on ${host} is in use; stop the program that has it, or set REALTIME_PORT to another`,
  );
}

function isEverywhere(host: string): boolean {
  return host === "0.0.0.0" || host === "::";
}

// a page finds the server where it found the page; nothing but a host may get into its content security policy
function hostOf(requestUrl: string): string {
  const { hostname } = new URL(requestUrl);
  return /^[\w.:[\]-]+$/.test(hostname) ? hostname : "127.0.0.1";
}

function connectTo(
  credentials: PusherCredentials,
): Pick<Realtime, "publisher" | "signer" | "connections" | "rooms"> {
  const { appId, key, secret, cluster, host, port, useTls: useTLS } = credentials;
  const place =
    host === undefined
      ? { cluster: cluster ?? "" }
      : { host, ...(port !== undefined && { port: String(port) }) };
  const pusher = new Pusher({ appId, key, secret, useTLS, timeout: PUBLISH_TIMEOUT_MS, ...place });
  return {
    publisher: createPublisher(pusher, { source: SOURCE, timeoutMs: PUBLISH_TIMEOUT_MS }),
    signer: pusher,
    connections: createSessionConnections(pusher),
    rooms: createRoomPresence(pusher),
  };
}

function pageConfig({ key, cluster, host, port, useTls }: PusherCredentials): RealtimeConfig {
  return {
    enabled: true,
    key,
    // pusher-js wants one, also where the host says it all
    cluster: cluster ?? "local",
    ...(host !== undefined && { wsHost: host }),
    ...(host !== undefined && { wsPort: port ?? (useTls ? 443 : 80) }),
    forceTLS: useTls,
  };
}
