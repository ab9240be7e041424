// A ws socket as the protocol sees it.
import type { WebSocket } from "ws";
import type { Connection } from "../protocol/connection.ts";

const asText = { binary: false };

export function socketConnection(socket: WebSocket): Connection {
  return {
    get bufferedBytes() {
      return socket.bufferedAmount;
    },
    send: (frame) => socket.send(frame, asText),
    close: (code, reason) => socket.close(code, reason),
    terminate: () => socket.terminate(),
  };
}
