// WebSocket connections: from an HTTP server's upgrades into the hub.
import type { IncomingMessage, Server } from "node:http";
import type { RawData, WebSocket } from "ws";
import { WebSocketServer } from "ws";
import type { Hub } from "../protocol/hub.ts";
import type { Session } from "../protocol/hub-state.ts";
import { socketConnection } from "./socket-connection.ts";

// how long a client may take to answer a closing handshake before its socket is cut
const closeTimeoutMs = 1000;

/** Accepts every upgrade of the server; a client that asks for the wrong thing is told so by a close code. */
export function acceptSockets(server: Server, hub: Hub): void {
  // a variable, since the types do not know closeTimeout yet
  const options = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: hub.state.limits.frameBytes,
    // answered below, where a client that pings and never reads is noticed
    autoPong: false,
    closeTimeout: closeTimeoutMs,
  };
  const sockets = new WebSocketServer(options);
  server.on("upgrade", (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (webSocket) => attach(hub, webSocket, request));
  });
}

function attach(hub: Hub, socket: WebSocket, request: IncomingMessage): void {
  // a broken frame, or one that is too long: ws closes the socket with the right code, `close` below does the rest
  socket.on("error", () => {});
  const session = hub.connect(socketConnection(socket), request.url ?? "/");
  if (!session) return;
  socket.on("message", (data, isBinary) => {
    guarded(hub, { socket, session }, () =>
      hub.receive(session, isBinary ? undefined : textOf(data)),
    );
  });
  socket.on("pong", () => hub.heard(session));
  socket.on("ping", (data) => {
    if (hub.heard(session)) socket.pong(data);
  });
  socket.on("close", (code) =>
    guarded(hub, { socket, session }, () => hub.disconnect(session, code)),
  );
}

// a fault of ours ends the connection that met it, not the process
function guarded(
  hub: Hub,
  { socket, session }: { socket: WebSocket; session: Session },
  run: () => void,
): void {
  try {
    run();
  } catch (error) {
    hub.state.observe({ type: "fault", error });
    socket.close(1011, "internal error");
    hub.disconnect(session, 1011);
  }
}

function textOf(data: RawData): string {
  return Array.isArray(data) ? Buffer.concat(data).toString() : data.toString();
}
