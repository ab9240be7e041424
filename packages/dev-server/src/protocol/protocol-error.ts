// What a client did that the server refuses, with its Pusher code and its frame.

/**
 * A refusal.
 *
 * @see Pusher Channels protocol 7, *Error codes*
 */
export class ProtocolError extends Error {
  override readonly name = "ProtocolError";
  /** 4000 to 4399, or `null` where the protocol has no code. */
  readonly pusherCode: number | null;

  constructor(pusherCode: number | null, message: string) {
    super(message);
    this.pusherCode = pusherCode;
  }

  /** Answers the `pusher:error` that tells the client. */
  frame(): string {
    const data = { code: this.pusherCode, message: this.message };
    return JSON.stringify({ event: "pusher:error", data });
  }
}

/** A refusal that ends the connection: the client is told by the close code, and its library acts on it. */
export class ClosingError extends ProtocolError {
  declare readonly pusherCode: number;

  constructor(pusherCode: number, message: string) {
    super(pusherCode, message);
    this.pusherCode = pusherCode;
  }

  /** The message, cut to the 123 bytes that a WebSocket close frame has room for. */
  get reason(): string {
    const bytes = Buffer.from(this.message);
    // half a character at the cut is decoded to a replacement character
    return bytes.length <= 123
      ? this.message
      : bytes.toString("utf8", 0, 120).replace(/\uFFFD+$/, "");
  }
}
