// What the protocol's tests stand on: a connection that records, a clock that is moved by hand, and a hub with both.
import { afterEach, expect } from "vitest";
import { signatureOf } from "./auth/signature.ts";
import type { Clock } from "./clock.ts";
import type { Connection } from "./connection.ts";
import { createHub, type Hub, type HubOptions } from "./hub.ts";
import type { Session } from "./hub-state.ts";
import type { DevServerEvent } from "./observed.ts";

export const application = { appId: "1", key: "app-key", secret: "app-secret" };

/** A connection that keeps what it is given. */
export class FakeConnection implements Connection {
  bufferedBytes = 0;
  terminated = false;
  closed: { code: number; reason: string } | undefined;
  readonly raw: (string | Uint8Array)[] = [];

  send(frame: string | Uint8Array): void {
    this.raw.push(frame);
  }

  close(code: number, reason: string): void {
    this.closed = { code, reason };
  }

  terminate(): void {
    this.terminated = true;
  }

  /** What arrived since the last call, parsed. */
  take(): unknown[] {
    return this.raw.splice(0).map((frame) => JSON.parse(Buffer.from(frame).toString()));
  }
}

/** A clock that stands still until it is told to move. */
export class FakeClock implements Clock {
  readonly timers: Set<{ at: number; run: () => void }> = new Set();
  #now = Date.UTC(2030, 0, 1);

  now(): number {
    return this.#now;
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { at: this.#now + delayMs, run };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** Moves on, and runs what falls due, in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#now = next.at;
      this.timers.delete(next);
      next.run();
    }
    this.#now = end;
  }
}

export interface TestClient {
  readonly connection: FakeConnection;
  readonly session: Session;
  readonly socketId: string;
  /** Sends a message as a client does; answers what came back to it. */
  send(message: object): unknown[];
  sendText(text: string): unknown[];
  subscribe(channel: string, data?: { auth?: string; channel_data?: string }): unknown[];
  /** Subscribes to a presence channel as its application would let this user. */
  enter(channel: string, member: object): unknown[];
}

/** The token that the application's backend would give. */
export function tokenFor(text: string): string {
  return `${application.key}:${signatureOf(text, application.secret)}`;
}

/** Signs a client in as its application would; answers what came back. */
export function signIn(client: TestClient, user: object): unknown[] {
  const userData = JSON.stringify(user);
  const auth = tokenFor(`${client.socketId}::user::${userData}`);
  return client.send({ event: "pusher:signin", data: { auth, user_data: userData } });
}

/** The frame that a refusal sends. */
export function errorFrame(message: string, code: number | null = null): object {
  return { event: "pusher:error", data: { code, message } };
}

export interface TestHub {
  readonly hub: Hub;
  readonly clock: FakeClock;
  /** What was observed, oldest first. */
  readonly events: DevServerEvent[];
  join(): TestClient;
}

const hubs: { hub: Hub; clock: FakeClock }[] = [];

// every hub of every test must end with nothing left in it
afterEach(() => {
  for (const { hub, clock } of hubs.splice(0)) {
    hub.close();
    const { sessions, channels, users, watchers } = hub.state;
    expect([sessions, channels, users, watchers].map(({ size }) => size)).toEqual([0, 0, 0, 0]);
    expect(clock.timers.size).toBe(0);
  }
});

export function createTestHub(options: Partial<HubOptions> = {}): TestHub {
  const clock = new FakeClock();
  const events: DevServerEvent[] = [];
  const observe = (event: DevServerEvent) => {
    events.push(event);
  };
  // counts would come between the frames that a test is about
  const hub = createHub({ application, clock, observe, subscriptionCounts: false, ...options });
  hubs.push({ hub, clock });
  return { hub, clock, events, join: () => join(hub) };
}

function join(hub: Hub): TestClient {
  const connection = new FakeConnection();
  const session = hub.connect(connection, "/app/app-key?protocol=7&client=js&version=8.6.0");
  if (!session) throw new Error("the hub did not take the connection");
  connection.take();
  const sendText = (text: string) => {
    hub.receive(session, text);
    return connection.take();
  };
  const subscribe: TestClient["subscribe"] = (channel, data) =>
    sendText(JSON.stringify({ event: "pusher:subscribe", data: { channel, ...data } }));
  const { socketId } = session;
  return {
    connection,
    session,
    socketId,
    sendText,
    send: (message) => sendText(JSON.stringify(message)),
    subscribe,
    enter: (channel, member) => {
      const data = JSON.stringify(member);
      const auth = tokenFor(`${socketId}:${channel}:${data}`);
      return subscribe(channel, { auth, channel_data: data });
    },
  };
}
