// A realtime server as the API's process sees it: takes events over HTTP, or for a while does not.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface TakenEvent {
  readonly channel: string;
  readonly name: string;
  /** JSON text. */
  readonly data: string;
}

/** `refuse`: 503. `hang`: no answer. */
export type Behaviour = "take" | "refuse" | "hang";

export interface RealtimeEndpoint {
  /** What a process needs to publish here. */
  readonly environment: Readonly<Record<string, string>>;
  /** Every event that was taken, in order, with repetitions. */
  readonly taken: readonly TakenEvent[];
  /** How many requests came while it behaved like this. */
  requests(behaviour: Behaviour): number;
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** @param onRequest told of each request, before it is answered */
export async function openRealtimeEndpoint(
  onRequest: () => void = () => {},
): Promise<RealtimeEndpoint> {
  const taken: TakenEvent[] = [];
  const counts: Record<Behaviour, number> = { take: 0, refuse: 0, hang: 0 };
  let current: Behaviour = "take";

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const behaviour = current;
    counts[behaviour]++;
    onRequest();
    if (behaviour === "take") {
      taken.push(...eventsOf(JSON.parse(body)));
      response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
    } else if (behaviour === "refuse") response.writeHead(503).end("not now");
  }

  const server = createServer((request, response) => {
    // a process that is killed in the middle of a request has not sent it
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    environment: {
      REALTIME: "pusher",
      PUSHER_APP_ID: "1",
      PUSHER_KEY: "key",
      PUSHER_SECRET: "secret",
      PUSHER_HOST: "127.0.0.1",
      PUSHER_PORT: String(port),
      PUSHER_USE_TLS: "false",
    },
    taken,
    requests: (behaviour) => counts[behaviour],
    behave(behaviour) {
      current = behaviour;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface SingleEvent {
  readonly name: string;
  readonly channels: readonly string[];
  readonly data: string;
}

function eventsOf(
  body: SingleEvent | { readonly batch: readonly TakenEvent[] },
): readonly TakenEvent[] {
  if ("batch" in body)
    return body.batch.map(({ channel, name, data }) => ({ channel, name, data }));
  return body.channels.map((channel) => ({ channel, name: body.name, data: body.data }));
}
