// A dev server of its own, the official clients on it, and what crossed.
import { createDevServer, type DevServer } from "@lockstep/dev-server";
import { channelKindOf, channelTraitsOf } from "@lockstep/runtime";
import type { PusherClient } from "@lockstep/runtime/subscribe";
import Pusher from "pusher";
import PusherJs from "pusher-js";

/** A client of pusher-js, as far as the suite calls it; under `nodenext` its own type is no constructor. */
export interface PageClient extends PusherClient {
  disconnect(): void;
}

export interface Wire {
  /** The backend's client. */
  readonly pusher: Pusher;
  /** The client that listens. */
  readonly page: PageClient;
  /** The client that sends what clients send. */
  readonly other: PageClient;
  /** Says who the client that sends is on a presence channel, before it subscribes. */
  admit(channelName: string, member: Member): void;
  /** Says who the client that listens is there. */
  admitPage(channelName: string, member: Member): void;
  /** What the server was given for an event, oldest first. */
  published(channelName: string, event: string): readonly string[];
  /** Forgets what was published. */
  forget(): void;
  close(): Promise<void>;
}

/** A member of a presence channel, in Pusher's words. */
export interface Member {
  readonly user_id: string;
  readonly user_info: Record<string, unknown>;
}

/** What encrypted channels are encrypted with: a secret of nobody. */
const masterKey = Buffer.alloc(32, "contract").toString("base64");

export async function openWire(): Promise<Wire> {
  const seen: { readonly channel: string; readonly event: string; readonly data: string }[] = [];
  const server = await createDevServer({
    port: 0,
    // the suite sends as fast as it can
    limits: { clientEventsPerSecond: 1_000_000 },
    onEvent: (event) => {
      if (event.type === "published") seen.push(event);
    },
  });
  const { host, appId, key, secret } = server;
  const pusher = new Pusher({
    ...{ appId, key, secret, host, port: String(server.port), useTLS: false },
    encryptionMasterKeyBase64: masterKey,
  });
  const pageMembers = new Map<string, Member>();
  const otherMembers = new Map<string, Member>();
  const [page, other] = await Promise.all([
    connect(server, pusher, pageMembers),
    connect(server, pusher, otherMembers),
  ]);
  return {
    pusher,
    page,
    other,
    admit: (channelName, member) => void otherMembers.set(channelName, member),
    admitPage: (channelName, member) => void pageMembers.set(channelName, member),
    published: (channelName, name) =>
      seen.flatMap(({ channel, event, data }) =>
        channel === channelName && event === name ? [data] : [],
      ),
    forget: () => void seen.splice(0),
    async close() {
      page.disconnect();
      other.disconnect();
      await server.close();
    },
  };
}

async function connect(
  { key, host, port }: DevServer,
  pusher: Pusher,
  members: ReadonlyMap<string, Member>,
): Promise<PageClient> {
  const Client = PusherJs as unknown as new (key: string, options: object) => PageClient;
  const client = new Client(key, {
    cluster: "local",
    wsHost: host,
    wsPort: port,
    forceTLS: false,
    enabledTransports: ["ws"],
    channelAuthorization: {
      customHandler: (
        { socketId, channelName }: { readonly socketId: string; readonly channelName: string },
        answer: (error: Error | null, authorization: unknown) => void,
      ) => {
        const isPresence = channelTraitsOf(channelKindOf(channelName)).presence;
        const data = isPresence ? members.get(channelName) : undefined;
        answer(null, pusher.authorizeChannel(socketId, channelName, data));
      },
    },
  });
  await new Promise<void>((resolve) => client.connection.bind("connected", () => resolve()));
  return client;
}
