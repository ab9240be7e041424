// The harness: processes under load, killed at random moments and started again; then what is left is drained.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { bundleWorker } from "./bundle-worker.ts";
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

const REFUSED_SHARE = 0.05;
/** What becomes of the request at which a process dies. */
const LAST_TREATMENTS = ["lose", "hear", "take"] as const;
/** Part of the kills that come while a process opens its database, or soon after. */
const EARLY_SHARE = 0.25;
/** How long a process takes to its first changes; on a busy machine most early kills come before them. */
const START_MS = 800;

/** The first process is killed while its event is on the way; all other moments are drawn. */
export async function runKills(options: RunKillsOptions): Promise<KillReport> {
  const random = createRandom(options.seed);
  const victims = createVictims(random);
  const worker = await bundleWorker();
  const server = await openRealtimeServer({
    onOpening: victims.opens,
    onChange: (name) => void victims.pass(name, "change"),
    onEvents: (name) =>
      victims.pass(name, "events") ?? (random() < REFUSED_SHARE ? "refuse" : "take"),
  });
  const common = { ...options, realtimeUrl: server.url };
  const running = new Map<string, ChildProcess>();
  let started = 0;
  let failed: (error: Error) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    failed = reject;
  });
  failure.catch(() => {});
  const start = () => {
    const name = `worker-${++started}`;
    const child = spawnWorker(worker.path, { ...common, task: "work", name });
    running.set(name, child);
    child.once("exit", (code) => {
      if (running.has(name)) failed(new Error(`${name} ended by itself, with ${code}`));
    });
  };
  try {
    for (let kill = 0; kill < options.kills; kill++) {
      while (running.size < options.processes) start();
      const later = random() < EARLY_SHARE ? "early" : "under load";
      const victim = victims.next(kill === 0 ? "with its event" : later);
      await endKilled(running, await Promise.race([victim, failure]));
    }
    for (const name of [...running.keys()]) await endKilled(running, name);
    await ended(spawnWorker(worker.path, { ...common, task: "drain", name: "drain" }));
    return { ...compare(await server.facts, server.taken), refused: server.refused() };
  } finally {
    for (const name of [...running.keys()]) await endKilled(running, name);
    await server.close();
    await worker.remove();
  }
}

type Moment = "with its event" | "under load" | "early";

interface Victims {
  /** Resolves with the process that is to die now. */
  next(moment: Moment): Promise<string>;
  /** A process begins to open its database. */
  opens(worker: string): void;
  /** Counts a request; answers how to treat it when it is its process's last. */
  pass(worker: string, request: "events" | "change"): Treatment | undefined;
}

function createVictims(random: Random): Victims {
  const draw = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  let wanted: { after: number; moment: Moment; found: (worker: string) => void } | undefined;
  return {
    next: (moment) =>
      new Promise((found) => {
        // a process makes 100 changes, and sends their events in ten requests at the least
        const after = moment === "with its event" ? draw(2, 8) : draw(10, 80);
        wanted = { after, moment, found };
      }),
    opens(worker) {
      if (wanted?.moment !== "early") return;
      const { found } = wanted;
      wanted = undefined;
      setTimeout(found, draw(0, START_MS), worker);
    },
    pass(worker, request) {
      if (wanted === undefined || wanted.moment === "early") return undefined;
      const { moment, found } = wanted;
      if (moment === "with its event" && request === "change") return undefined;
      if (--wanted.after > 0) return undefined;
      wanted = undefined;
      found(worker);
      return moment === "with its event" ? "lose" : LAST_TREATMENTS[draw(0, 2)];
    },
  };
}

function spawnWorker(file: string, settings: WorkerSettings): ChildProcess {
  const { strategy, database, realtimeUrl, task, name } = settings;
  const given: WorkerSettings = { strategy, database, realtimeUrl, task, name };
  // PGlite's code is not optimized while it runs: no process lives long enough
  return spawn(process.execPath, ["--liftoff-only", file, JSON.stringify(given)], {
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
