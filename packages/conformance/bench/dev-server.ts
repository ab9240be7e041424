// The dev server beside bare servers that do the same work: fan-out, events a second, memory, start-up.
import { createServer } from "node:http";
import { createDevServer } from "@lockstep/dev-server";
import { WebSocketServer } from "ws";
import {
  type Kind,
  kinds,
  publish,
  type Subscribers,
  startSubscribers,
  startTarget,
  type Target,
} from "./dev-server-processes.ts";
import { median, type Table } from "./table.ts";

const rounds = 7;

/** Events a second from `POST /events` to the last of 1,000 subscribers. */
export async function benchFanOut(): Promise<Table> {
  const events = 60;
  const figures = await besideBare(1000, async (target, subscribers) => {
    const startedAt = performance.now();
    const heard = subscribers?.heard();
    await publish(target.port, { count: events, last: true });
    await heard;
    return events / ((performance.now() - startedAt) / 1000);
  });
  return table("fan-out of POST /events to 1,000 subscribers, events a second", figures);
}

/** Small events a second through `POST /events`, with no subscriber, over eight connections. */
export async function benchEvents(): Promise<Table> {
  const events = 4000;
  const figures = await besideBare(0, async ({ port }) => {
    const startedAt = performance.now();
    await publish(port, { count: events, connections: 8 });
    return events / ((performance.now() - startedAt) / 1000);
  });
  return table("small events through POST /events, a second", figures);
}

/** Processor time of the server for each of these events: what a busy machine does not blur. */
export async function benchEventCost(): Promise<Table> {
  const events = 4000;
  const figures = await besideBare(0, async ({ port, cpu }) => {
    const before = await cpu();
    await publish(port, { count: events, connections: 8 });
    return ((await cpu()) - before) / events;
  });
  return table("processor time of a small event through POST /events, µs", figures);
}

/** Bytes of the server for each of 5,000 connections that only listen. */
export async function benchMemory(): Promise<Table> {
  const count = 5000;
  const bytes = new Map<Kind, number[]>();
  for (const kind of kinds) {
    const target = await startTarget(kind);
    const before = await target.memory();
    const subscribers = await startSubscribers(target.port, { count, mode: "idle" });
    bytes.set(kind, [((await target.memory()) - before) / count]);
    subscribers.stop();
    target.stop();
  }
  return table(`memory of each of ${count} idle connections, bytes`, bytes);
}

/** From the call to listening, in a process that runs already. */
export async function benchStart(): Promise<Table> {
  const times = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]));
  const start = { bare: startBare, dev: startDev };
  for (let round = 0; round < 3 * rounds; round++) {
    for (const kind of kinds) {
      const startedAt = performance.now();
      const close = await start[kind]();
      times.get(kind)?.push(performance.now() - startedAt);
      await close();
    }
  }
  return table("start-up until it listens, ms", times);
}

async function startDev(): Promise<() => Promise<void>> {
  const server = await createDevServer({ port: 0 });
  return () => server.close();
}

async function startBare(): Promise<() => Promise<void>> {
  const server = createServer();
  new WebSocketServer({ server });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** Measures both in turn, so that whatever else the machine does meets both; the first round only warms them up. */
async function besideBare(
  count: number,
  measure: (target: Target, subscribers: Subscribers | undefined) => Promise<number>,
): Promise<ReadonlyMap<Kind, readonly number[]>> {
  const figures = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]));
  const targets: (readonly [Kind, Target, Subscribers | undefined])[] = [];
  for (const kind of kinds) {
    const target = await startTarget(kind);
    const { port } = target;
    const subscribers =
      count === 0 ? undefined : await startSubscribers(port, { count, mode: "subscribed" });
    targets.push([kind, target, subscribers]);
  }
  for (let round = 0; round <= rounds; round++) {
    for (const [kind, target, subscribers] of targets) {
      const figure = await measure(target, subscribers);
      if (round > 0) figures.get(kind)?.push(figure);
    }
  }
  for (const [, target, subscribers] of targets) {
    subscribers?.stop();
    target.stop();
  }
  return figures;
}

function table(title: string, figures: ReadonlyMap<Kind, readonly number[]>): Table {
  const bare = median(figures.get("bare") ?? []);
  return {
    title,
    columns: ["server", "median", "of bare"],
    rows: kinds.map((kind) => {
      const figure = median(figures.get(kind) ?? []);
      return [kind, figure.toFixed(figure < 10 ? 2 : 0), `${(figure / bare).toFixed(2)} ×`];
    }),
  };
}
