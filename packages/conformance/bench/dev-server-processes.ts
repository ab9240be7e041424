// The processes that the dev server's benchmarks run in, and signed requests to them.
import { type ChildProcess, fork } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";

export type Kind = "bare" | "dev";
export const kinds: readonly Kind[] = ["bare", "dev"];

export interface Target {
  readonly port: number;
  /** Bytes in use after a collection of garbage. */
  memory(): Promise<number>;
  /** Microseconds of processor time since it began. */
  cpu(): Promise<number>;
  stop(): void;
}

export async function startTarget(kind: Kind): Promise<Target> {
  const child = start("dev-server-target.ts", [kind]);
  const port = (await answer(child)) as number;
  const ask = async (wanted: string) => {
    const answered = answer(child);
    child.send(wanted);
    return (await answered) as number;
  };
  return {
    port,
    memory: () => ask("memory"),
    cpu: () => ask("cpu"),
    stop: () => child.kill("SIGKILL"),
  };
}

export interface Subscribers {
  /** Resolves once each has had the next event named `last`. */
  heard(): Promise<unknown>;
  stop(): void;
}

export async function startSubscribers(
  port: number,
  { count, mode }: { count: number; mode: "idle" | "subscribed" },
): Promise<Subscribers> {
  const child = start("dev-server-subscribers.ts", [String(port), String(count), mode]);
  await answer(child);
  return { heard: () => answer(child), stop: () => child.kill("SIGKILL") };
}

/** Publishes events one after another over each of some connections that stay open. */
export async function publish(
  port: number,
  { count, connections = 1, last = false }: { count: number; connections?: number; last?: boolean },
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const event = signed("event");
  let left = count;
  const run = async () => {
    while (left > 0) {
      left--;
      await post({ port, agent, ...(last && left === 0 ? signed("last") : event) });
    }
  };
  await Promise.all(Array.from({ length: connections }, run));
  agent.destroy();
}

interface Post {
  readonly port: number;
  readonly agent: Agent;
  readonly path: string;
  readonly body: string;
}

function post({ port, agent, path, body }: Post): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": body.length };
    const sent = request({ port, host: "127.0.0.1", agent, method: "POST", path, headers });
    sent.once("error", reject);
    sent.once("response", (response) => {
      if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
      response.once("end", resolve).resume();
    });
    sent.end(body);
  });
}

function signed(name: string): Pick<Post, "path" | "body"> {
  const data = JSON.stringify({ text: "x".repeat(200) });
  const body = JSON.stringify({ name, channels: ["c"], data });
  const md5 = createHash("md5").update(body).digest("hex");
  const now = Math.floor(Date.now() / 1000);
  const query = `auth_key=app-key&auth_timestamp=${now}&auth_version=1.0&body_md5=${md5}`;
  const signature = createHmac("sha256", "app-secret")
    .update(`POST\n/apps/1/events\n${query}`)
    .digest("hex");
  return { body, path: `/apps/1/events?${query}&auth_signature=${signature}` };
}

function start(file: string, args: readonly string[]): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return fork(path, [...args], { execArgv: [...process.execArgv, "--expose-gc"] });
}

async function answer(child: ChildProcess): Promise<unknown> {
  const answered = new AbortController();
  const { signal } = answered;
  const failed = once(child, "exit", { signal }).then(([code]) => {
    throw new Error(`a process of the benchmark ended with ${code}`);
  });
  // it is also how the wait is called off
  failed.catch(() => {});
  try {
    const [message] = await Promise.race([once(child, "message", { signal }), failed]);
    return message;
  } finally {
    answered.abort();
  }
}
