// The official clients, unmodified, on a dev server of their own; everything is closed after each test.
import { createDevServer, type DevServer } from "@lockstep/dev-server";
import Pusher from "pusher";
import PusherJs from "pusher-js";
import { onTestFinished } from "vitest";

export interface RealClients {
  readonly server: DevServer;
  /** The backend's client. */
  readonly pusher: Pusher;
  /** A page's client, connected. */
  readonly connect: () => Promise<PusherJs>;
}

/** Starts a dev server for the running test, with clients that know how to reach it. */
export async function startRealClients(): Promise<RealClients> {
  const server = await createDevServer({ port: 0 });
  onTestFinished(() => server.close());
  const pusher = new Pusher({
    appId: server.appId,
    key: server.key,
    secret: server.secret,
    host: server.host,
    port: String(server.port),
    useTLS: false,
  });
  const connect = async (): Promise<PusherJs> => {
    const client = new PusherJs(server.key, {
      cluster: "local",
      wsHost: server.host,
      wsPort: server.port,
      forceTLS: false,
      enabledTransports: ["ws"],
      channelAuthorization: {
        transport: "ajax",
        endpoint: "",
        customHandler: ({ socketId, channelName }, callback) =>
          callback(null, pusher.authorizeChannel(socketId, channelName)),
      },
    });
    onTestFinished(() => client.disconnect());
    await new Promise<void>((resolve) => client.connection.bind("connected", resolve));
    return client;
  };
  return { server, pusher, connect };
}
