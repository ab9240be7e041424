// The official clients, unmodified, on a dev server of their own; everything is closed after each test.
import { createDevServer, type DevServer } from "@lockstep/dev-server";
import Pusher from "pusher";
import PusherJs, { type Options } from "pusher-js";
import { onTestFinished } from "vitest";

export interface RealClients {
  readonly server: DevServer;
  /** Of the backend's client. */
  readonly backendOptions: Pusher.Options;
  /** Of a page's client. */
  readonly pageOptions: Options;
  /** The backend's client. */
  readonly pusher: Pusher;
  /** A page's client, connected. */
  readonly connect: () => Promise<PusherJs>;
}

/** Starts a dev server for the running test, with clients that know how to reach it. */
export async function startRealClients(): Promise<RealClients> {
  const server = await createDevServer({ port: 0 });
  onTestFinished(() => server.close());
  const { host, appId, key, secret } = server;
  const backendOptions = { appId, key, secret, host, port: String(server.port), useTLS: false };
  const pusher = new Pusher(backendOptions);
  const pageOptions: Options = {
    cluster: "local",
    wsHost: host,
    wsPort: server.port,
    forceTLS: false,
    enabledTransports: ["ws"],
    channelAuthorization: authorizeAll(pusher),
  };
  const connect = async (): Promise<PusherJs> => {
    const client = new PusherJs(key, pageOptions);
    onTestFinished(() => client.disconnect());
    await new Promise<void>((resolve) => client.connection.bind("connected", resolve));
    return client;
  };
  return { server, backendOptions, pageOptions, pusher, connect };
}

/** Lets every page into every channel. */
export function authorizeAll(pusher: Pusher): NonNullable<Options["channelAuthorization"]> {
  return {
    transport: "ajax",
    endpoint: "",
    customHandler: ({ socketId, channelName }, callback) =>
      callback(null, pusher.authorizeChannel(socketId, channelName)),
  };
}
