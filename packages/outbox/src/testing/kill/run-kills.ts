// The harness: processes under load, killed at random moments and started again; then what is left is drained.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Comparison, compare } from "./compare.ts";
import { createRandom, type Random } from "./random.ts";
import { openRealtimeServer, type Treatment } from "./realtime-server.ts";
import type { StrategyName } from "./strategies.ts";
import type { WorkerSettings } from "./worker.ts";

export interface RunKillsOptions {
  readonly strategy: StrategyName;
  /** With its tables, and nothing in them. */
  readonly database: WorkerSettings["database"];
  /** How often a process is killed. */
  readonly kills: number;
  /** How many run at once. */
  readonly processes: number;
  readonly seed: number;
}

export interface KillReport extends Comparison {
  /** Requests that the realtime server answered with 503. */
  readonly refused: number;
}

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));
const REFUSED_SHARE = 0.05;
/** What becomes of the request at which a process dies. */
const LAST_TREATMENTS = ["lose", "hear", "take"] as const;

/** The first process is killed while its event is on the way; all other moments are drawn. */
export async function runKills(options: RunKillsOptions): Promise<KillReport> {
  const random = createRandom(options.seed);
  const victims = createVictims(random);
  const server = await openRealtimeServer({
    onChange: (worker) => void victims.pass(worker, "change"),
    onEvents: (worker) =>
      victims.pass(worker, "events") ?? (random() < REFUSED_SHARE ? "refuse" : "take"),
  });
  const common = { ...options, realtimeUrl: server.url };
  const running = new Map<string, ChildProcess>();
  let started = 0;
  const start = () => {
    const name = `worker-${++started}`;
    running.set(name, spawnWorker({ ...common, task: "work", name }));
  };
  try {
    for (let kill = 0; kill < options.kills; kill++) {
      while (running.size < options.processes) start();
      await endKilled(running, await victims.next(kill === 0));
    }
    for (const name of [...running.keys()]) await endKilled(running, name);
    await ended(spawnWorker({ ...common, task: "drain", name: "drain" }));
    return { ...compare(await server.facts, server.taken), refused: server.refused() };
  } finally {
    for (const name of [...running.keys()]) await endKilled(running, name);
    await server.close();
  }
}

interface Victims {
  /** Resolves with the process that is to die now. */
  next(withItsEvent: boolean): Promise<string>;
  /** Counts a request; answers how to treat it when it is its process's last. */
  pass(worker: string, request: "events" | "change"): Treatment | undefined;
}

function createVictims(random: Random): Victims {
  const draw = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  let wanted: { after: number; onlyEvents: boolean; found: (worker: string) => void } | undefined;
  return {
    next: (withItsEvent) =>
      new Promise((found) => {
        // a process makes 100 changes, and sends their events in ten requests at the least
        const after = withItsEvent ? draw(2, 8) : draw(10, 80);
        wanted = { after, onlyEvents: withItsEvent, found };
      }),
    pass(worker, request) {
      if (wanted === undefined || (wanted.onlyEvents && request === "change")) return undefined;
      if (--wanted.after > 0) return undefined;
      const { onlyEvents, found } = wanted;
      wanted = undefined;
      found(worker);
      return onlyEvents ? "lose" : LAST_TREATMENTS[draw(0, 2)];
    },
  };
}

function spawnWorker(settings: WorkerSettings): ChildProcess {
  const { strategy, database, realtimeUrl, task, name } = settings;
  const given: WorkerSettings = { strategy, database, realtimeUrl, task, name };
  const flags = ["--conditions", "@lockstep/source", "--import", "tsx"];
  return spawn(process.execPath, [...flags, WORKER, JSON.stringify(given)], {
    stdio: ["pipe", "ignore", "inherit"],
  });
}

async function endKilled(running: Map<string, ChildProcess>, name: string): Promise<void> {
  const child = running.get(name);
  running.delete(name);
  if (child === undefined || child.exitCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

async function ended(child: ChildProcess): Promise<void> {
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`a worker ended with ${code}`);
}
