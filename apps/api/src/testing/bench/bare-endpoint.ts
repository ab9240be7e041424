// A realtime server that takes everything, and does nothing else, in a process of its own.
import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { EventPublisher } from "@lockstep/outbox";
import { openRealtime } from "../../start/open-realtime.ts";

export interface BareRealtime {
  /** The API's own, over the official client. */
  readonly publisher: EventPublisher;
  stop(): void;
}

export async function startBareRealtime(): Promise<BareRealtime> {
  const child = fork(process.argv[1] ?? "", ["endpoint"]);
  const [port] = (await once(child, "message")) as [number];
  const credentials = { appId: "1", key: "key", secret: "secret", useTls: false };
  const { publisher } = await openRealtime(
    { mode: "pusher", ...credentials, cluster: undefined, host: "127.0.0.1", port },
    "127.0.0.1",
  );
  return { publisher, stop: () => void child.kill("SIGKILL") };
}

/** Serves until the process that asked for it is gone. */
export async function serveBarely(): Promise<undefined> {
  const server = createServer((request, response) => {
    request.resume().once("end", () => {
      response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.once("disconnect", () => process.exit());
  process.send?.((server.address() as AddressInfo).port);
  return undefined;
}
