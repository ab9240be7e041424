// Why a dev server could not start.

export type DevServerErrorCode =
  | "port-in-use"
  | "port-forbidden"
  | "host-unknown"
  | "listen-failed";

/** The server could not listen where it was told to. */
export class DevServerError extends Error {
  override readonly name = "DevServerError";
  readonly code: DevServerErrorCode;
  readonly host: string;
  readonly port: number;

  constructor(cause: NodeJS.ErrnoException, { host, port }: { host: string; port: number }) {
    const { code, message } = explain(cause, host, port);
    super(message, { cause });
    this.code = code;
    this.host = host;
    this.port = port;
  }
}

function explain(
  cause: NodeJS.ErrnoException,
  host: string,
  port: number,
): { code: DevServerErrorCode; message: string } {
  switch (cause.code) {
    case "EADDRINUSE":
      return {
        code: "port-in-use",
        message: `port ${port} of ${host} is in use; stop what listens there, or choose another port (0 takes a free one)`,
      };
    case "EACCES":
      return {
        code: "port-forbidden",
        message: `port ${port} is not allowed to this user; choose one above 1023`,
      };
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return {
        code: "host-unknown",
        message: `host ${JSON.stringify(host)} is not an address of this machine; use 127.0.0.1`,
      };
    default:
      return {
        code: "listen-failed",
        message: `cannot listen on ${host}:${port}: ${cause.message}`,
      };
  }
}
