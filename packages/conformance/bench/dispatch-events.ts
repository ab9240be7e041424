// The typed subscriber beside `bind` of the official client that it stands on: from a frame to the handler.
import { runBuilt } from "./run-built.ts";
import type { Table } from "./table.ts";

interface Figures {
  readonly bind: number;
  readonly subscriber: number;
}

/**
 * Events for a second of the client's processor time: over a real connection, as a user has them, and with the frame's
 * text given to the client in its own process, where nothing hides what validation costs. A page under a strict content
 * security policy has no eval.
 */
export async function benchDispatch(): Promise<Table> {
  const measured = {
    "over a connection": await runBuilt<Figures>("dispatch-socket-target.ts", []),
    "in process": await runBuilt<Figures>("dispatch-target.ts", ["eval"]),
    "in process, no eval": await runBuilt<Figures>("dispatch-target.ts", ["no-eval"]),
  };
  return {
    title: "dispatch of an event to its handler, a second of processor time",
    columns: ["where", "channel.bind", "subscriber", "of it"],
    rows: Object.entries(measured).map(([where, { bind, subscriber }]) => [
      where,
      bind.toFixed(0),
      subscriber.toFixed(0),
      `${(subscriber / bind).toFixed(2)} ×`,
    ]),
  };
}
