// What the protocol knows of a socket.

/** One message on its way to a client: text, or its bytes where one message goes to many. */
export type Frame = string | Uint8Array;

/**
 * A client's socket, as thin as the protocol needs it.
 *
 * No method throws, and none calls back into the hub before it returns: the end of a socket is told to the hub later,
 * by `Hub.disconnect`.
 */
export interface Connection {
  /** Bytes handed to `send` that have not left the process. */
  readonly bufferedBytes: number;
  send(frame: Frame): void;
  /** @param reason at most 123 bytes of UTF-8 */
  close(code: number, reason: string): void;
  /** Cuts the socket without a closing handshake: for a reader that would not read it. */
  terminate(): void;
}
