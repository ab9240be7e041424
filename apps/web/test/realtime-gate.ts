// Stands before the realtime server: cuts the pages' sockets, and holds up what the API publishes.
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface RealtimeGate {
  readonly port: number;
  /** Cuts every page's socket, and keeps pages waiting until the answer is called. The API still gets through. */
  shutPagesOut(): () => void;
  /** Keeps what the API publishes until the answer is called. Pages still get through. */
  holdPublishing(): () => void;
  close(): Promise<void>;
}

/** What is held up, and what goes on as soon as it is not. */
interface Barrier {
  isOpen: boolean;
  readonly waiting: Set<() => void>;
}

export async function openRealtimeGate(serverPort: number): Promise<RealtimeGate> {
  const sockets = new Set<Socket>();
  const pageSockets = new Set<Socket>();
  const pages: Barrier = { isOpen: true, waiting: new Set() };
  const publishing: Barrier = { isOpen: true, waiting: new Set() };

  const gate = createServer((socket) => {
    track(sockets, socket);
    socket.once("data", (first) => {
      const isPage = first.toString("latin1").startsWith("GET /app/");
      if (isPage) track(pageSockets, socket);
      socket.pause();
      return pass(isPage ? pages : publishing, () => {
        const server = track(sockets, connect(serverPort, "127.0.0.1"));
        server.write(first);
        socket.pipe(server).pipe(socket);
        for (const [one, other] of [
          [socket, server],
          [server, socket],
        ] as const)
          one.on("error", () => other.destroy()).on("close", () => other.destroy());
      });
    });
  }).listen(0, "127.0.0.1");
  await once(gate, "listening");

  return {
    port: portOf(gate.address()),
    shutPagesOut() {
      for (const socket of pageSockets) socket.destroy();
      return shut(pages);
    },
    holdPublishing: () => shut(publishing),
    async close() {
      for (const socket of sockets) socket.destroy();
      gate.close();
      await once(gate, "close");
    },
  };
}

function shut(barrier: Barrier): () => void {
  barrier.isOpen = false;
  return () => {
    barrier.isOpen = true;
    for (const goOn of barrier.waiting) goOn();
    barrier.waiting.clear();
  };
}

function pass(barrier: Barrier, goOn: () => void): void {
  if (barrier.isOpen) goOn();
  else barrier.waiting.add(goOn);
}

function track(set: Set<Socket>, socket: Socket): Socket {
  set.add(socket);
  return socket.on("close", () => set.delete(socket)).on("error", () => socket.destroy());
}

function portOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): number {
  if (address === null || typeof address === "string") throw new Error("gate: it has no port");
  return address.port;
}
