// The process's configuration: every environment variable that it reads.
import { fileURLToPath } from "node:url";
import { StartupError } from "./start/startup-error.ts";

export type RealtimeMode =
  | { readonly mode: "off" }
  | { readonly mode: "embedded"; readonly port: number }
  | ({ readonly mode: "pusher" } & PusherCredentials);

/** Pusher Channels by `cluster`, or a server that speaks its protocol by `host`. */
export interface PusherCredentials {
  readonly appId: string;
  readonly key: string;
  readonly secret: string;
  readonly cluster: string | undefined;
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly useTls: boolean;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where the demo is for its users, if that is not `host` and `port`. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  /** The folder of the built web page. */
  readonly webDir: string;
  /** PGlite in `dataDir` if it is left out. */
  readonly databaseUrl: string | undefined;
  readonly realtime: RealtimeMode;
  /** Whether events also go to the old public channels, while old clients are being moved. */
  readonly publishDeprecated: boolean;
  /** What an operator shows for a token; nobody is one where it is left out. */
  readonly operatorToken: string | undefined;
  /** What monitoring shows for a token; nobody sees the counters where it is left out. */
  readonly metricsToken: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration; a variable that is empty counts as unset.
 *
 * @throws {StartupError} with one line for each variable that is wrong
 */
export function parseConfig(environment: Environment): Config {
  const problems: string[] = [];
  const read = createReader(environment, problems);
  const config: Config = {
    host: read.text("HOST") ?? "127.0.0.1",
    port: read.port("PORT") ?? 3000,
    publicUrl: read.url("PUBLIC_URL", ["http:", "https:"]),
    dataDir: read.text("DATA_DIR") ?? ".data",
    webDir: read.text("WEB_DIR") ?? fileURLToPath(new URL("../../web/dist", import.meta.url)),
    databaseUrl: read.url("DATABASE_URL", ["postgres:", "postgresql:"]),
    realtime: readRealtime(read, problems),
    publishDeprecated: read.flag("PUBLISH_DEPRECATED") ?? false,
    operatorToken: read.text("OPERATOR_TOKEN"),
    metricsToken: read.text("METRICS_TOKEN"),
  };
  if (problems.length > 0) throw new StartupError(problems.join("\n"));
  return config;
}

type Reader = ReturnType<typeof createReader>;

function createReader(environment: Environment, problems: string[]) {
  const text = (name: string) => environment[name]?.trim() || undefined;
  return {
    text,
    port(name: string): number | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
      if (port <= 65_535) return port;
      problems.push(`${name}: must be a port from 0 to 65535, got "${value}"`);
      return undefined;
    },
    flag(name: string): boolean | undefined {
      const value = text(name)?.toLowerCase();
      if (value === undefined) return undefined;
      if (["true", "1"].includes(value)) return true;
      if (["false", "0"].includes(value)) return false;
      problems.push(`${name}: must be true or false, got "${value}"`);
      return undefined;
    },
    // the value is not repeated: it may hold a password
    url(name: string, protocols: readonly string[]): string | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
      problems.push(`${name}: must be an address that begins with ${protocols[0]}//`);
      return undefined;
    },
  };
}

const CREDENTIALS = ["PUSHER_APP_ID", "PUSHER_KEY", "PUSHER_SECRET"] as const;

function readRealtime(read: Reader, problems: string[]): RealtimeMode {
  const hasCredentials = CREDENTIALS.some((name) => read.text(name) !== undefined);
  const mode = read.text("REALTIME") ?? (hasCredentials ? "pusher" : "embedded");
  switch (mode) {
    case "off":
      return { mode };
    case "embedded":
      return { mode, port: read.port("REALTIME_PORT") ?? 6001 };
    case "pusher":
      return { mode, ...readPusher(read, problems) };
    default:
      problems.push(`REALTIME: must be embedded, pusher or off, got "${mode}"`);
      return { mode: "off" };
  }
}

function readPusher(read: Reader, problems: string[]): PusherCredentials {
  const credential = (name: (typeof CREDENTIALS)[number]): string => {
    const value = read.text(name);
    if (value === undefined) {
      problems.push(`${name}: is missing; realtime by Pusher needs ${CREDENTIALS.join(", ")}`);
    }
    return value ?? "";
  };
  const credentials = {
    appId: credential("PUSHER_APP_ID"),
    key: credential("PUSHER_KEY"),
    secret: credential("PUSHER_SECRET"),
    cluster: read.text("PUSHER_CLUSTER"),
    host: read.text("PUSHER_HOST"),
    port: read.port("PUSHER_PORT"),
    useTls: read.flag("PUSHER_USE_TLS") ?? true,
  };
  if (credentials.cluster === undefined && credentials.host === undefined) {
    problems.push("PUSHER_CLUSTER: is missing; set it, or PUSHER_HOST for a server of your own");
  }
  return credentials;
}
