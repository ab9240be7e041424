// Opening and closing the one port.
import { once } from "node:events";
import type { Server } from "node:http";
import { DevServerError } from "../dev-server-error.ts";

// how long a request under way may take to end once the server closes
const graceMs = 1000;

/**
 * Listens; answers the port.
 *
 * @throws {DevServerError} when the port is in use, or the host is not this machine's
 */
export async function listen(
  server: Server,
  { host, port }: { host: string; port: number },
): Promise<number> {
  try {
    server.listen({ host, port });
    await once(server, "listening");
  } catch (error) {
    throw new DevServerError(error as NodeJS.ErrnoException, { host, port });
  }
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}

/** Stops listening and waits until every connection of the server has ended; after a second, it cuts them. */
export async function stopListening(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}
