// A realtime server that keeps what it takes, refuses some of it, and may see its client die.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Fact } from "./facts.ts";

/** An event that arrived. */
export interface Arrival {
  readonly id: string;
  readonly channel: string;
}

/** `refuse`: 503. `lose`: as if it had never arrived, and no answer. `hear`: taken, but no answer. */
export type Treatment = "take" | "refuse" | "lose" | "hear";

export interface RealtimeServer {
  readonly url: string;
  /** Every event that was taken, in order, with repetitions. */
  readonly taken: Arrival[];
  /** How many were refused. */
  refused(): number;
  /** Resolves with what the draining process tells. */
  readonly facts: Promise<readonly Fact[]>;
  close(): Promise<void>;
}

/** Told of each request, before it is answered. */
export interface RealtimeServerOptions {
  readonly onEvents: (worker: string) => Treatment;
  /** A process has committed a change. */
  readonly onChange: (worker: string) => void;
  /** A process begins to open its database. */
  readonly onOpening: (worker: string) => void;
}

export async function openRealtimeServer({
  onEvents,
  onChange,
  onOpening,
}: RealtimeServerOptions): Promise<RealtimeServer> {
  const taken: Arrival[] = [];
  let refused = 0;
  let tellFacts: (facts: readonly Fact[]) => void = () => {};
  const facts = new Promise<readonly Fact[]>((resolve) => {
    tellFacts = resolve;
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await text(request));
    if (request.url === "/facts") {
      tellFacts(body);
      response.end();
      return;
    }
    if (request.url === "/changes" || request.url === "/opening") {
      const told = request.url === "/changes" ? onChange : onOpening;
      told(body.worker);
      response.end();
      return;
    }
    const treatment = onEvents(body.worker);
    if (treatment === "take" || treatment === "hear") taken.push(...body.events);
    if (treatment === "refuse") refused++;
    if (treatment === "take" || treatment === "refuse") {
      response.writeHead(treatment === "take" ? 200 : 503).end();
    }
  }

  const server = createServer((request, response) => {
    // a process that is killed in the middle of a request has not sent it
    answer(request, response).catch(() => response.destroy());
  });
  // a busy machine lets a connection lie idle for long, and one that ends then takes a request with it
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, taken, refused: () => refused, facts, close };
}
