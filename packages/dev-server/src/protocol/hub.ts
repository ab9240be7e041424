// The protocol as a whole: connections and their messages in, frames and observed events out.

import type { Application } from "./application.ts";
import { type Publication, publish } from "./channels/publish.ts";
import { subscribe, unsubscribe } from "./channels/subscribe.ts";
import { triggerClientEvent } from "./channels/trigger-client-event.ts";
import type { Clock } from "./clock.ts";
import { connect, disconnect, endSession } from "./connect/connect.ts";
import type { Connection } from "./connection.ts";
import { deliver, keepsUp, refuse } from "./deliver.ts";
import { frames } from "./frames.ts";
import type { HubState, RefusedSubscriptions, Session, Timeouts } from "./hub-state.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import type { Observer, RefusedAction } from "./observed.ts";
import { type ClientFrame, parseClientFrame } from "./parse-client-frame.ts";
import { ProtocolError } from "./protocol-error.ts";
import { closings, messages } from "./refusals.ts";
import { signIn } from "./users/sign-in.ts";

export interface HubOptions {
  readonly application: Application;
  readonly clock: Clock;
  readonly observe?: Observer | undefined;
  readonly limits?: Partial<Limits> | undefined;
  readonly timeouts?: Partial<Timeouts> | undefined;
  readonly refusedSubscriptions?: RefusedSubscriptions | undefined;
  readonly subscriptionCounts?: boolean | undefined;
}

/** All connections and channels of one application. */
export interface Hub {
  /** What the hub knows, for queries. */
  readonly state: HubState;
  /** Greets a connection, or closes it and answers `undefined`. */
  connect(connection: Connection, target: string): Session | undefined;
  /** Takes one message; `undefined` stands for a binary one. */
  receive(session: Session, text: string | undefined): void;
  /** Takes note of a sign of life that is no message; answers whether the connection may be answered. */
  heard(session: Session): boolean;
  /** Takes note that the socket has closed. */
  disconnect(session: Session, code?: number): void;
  publish(publication: Publication): number;
  /** Closes the connections that signed in as this user; answers how many. */
  terminateUser(userId: string): number;
  /** Closes all connections with 4200, and every later one. */
  close(): void;
}

/**
 * Creates a hub; it holds no socket and no timer until something connects.
 *
 * @throws {RangeError} when a timeout is not above zero
 */
export function createHub(options: HubOptions): Hub {
  const hub = createState(options);
  return {
    state: hub,
    connect: (connection, target) => connect(hub, connection, target),
    receive: (session, text) => receive(hub, session, text),
    heard: (session) => {
      session.lastHeardMs = hub.clock.now();
      return keepsUp(hub, session);
    },
    disconnect: (session, code) => disconnect(hub, session, code),
    publish: (publication) => publish(hub, publication),
    terminateUser: (userId) => {
      const sessions = [...(hub.users.get(userId) ?? [])];
      for (const session of sessions) endSession(hub, session, closings.terminated());
      return sessions.length;
    },
    close: () => {
      hub.closed = true;
      for (const session of [...hub.sessions.values()]) {
        endSession(hub, session, closings.shuttingDown());
      }
    },
  };
}

function createState(options: HubOptions): HubState {
  const timeouts = { activitySeconds: 120, pongSeconds: 30, ...options.timeouts };
  // pusher-js takes no zero, and throws where nobody sees it
  for (const [name, seconds] of Object.entries(timeouts)) {
    if (seconds > 0) continue;
    throw new RangeError(`timeouts.${name}: ${seconds} is too short; use more than 0 seconds`);
  }
  return {
    application: options.application,
    clock: options.clock,
    observe: options.observe ?? (() => {}),
    limits: { ...defaultLimits, ...options.limits },
    timeouts,
    refusedSubscriptions: options.refusedSubscriptions ?? "hosted",
    subscriptionCounts: options.subscriptionCounts ?? true,
    sessions: new Map(),
    channels: new Map(),
    users: new Map(),
    watchers: new Map(),
    cache: new Map(),
    countTimers: new Map(),
    closed: false,
  };
}

function receive(hub: HubState, session: Session, text: string | undefined): void {
  // what had been sent before the server gave up on the connection still arrives
  if (!session.open) return;
  session.lastHeardMs = hub.clock.now();
  let frame: ClientFrame | undefined;
  try {
    if (text === undefined) throw messages.binary();
    frame = parseClientFrame(text);
    handle(hub, session, frame);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    refuse(hub, session, { action: actionOf(frame), error, channel: channelOf(frame) });
  }
}

function handle(hub: HubState, session: Session, frame: ClientFrame): void {
  switch (frame.type) {
    case "ping":
      deliver(hub, session, frames.pong);
      return;
    case "pong":
      return;
    case "subscribe":
      subscribe(hub, session, frame);
      return;
    case "unsubscribe":
      unsubscribe(hub, session, frame.channel);
      return;
    case "signin":
      signIn(hub, session, frame);
      return;
    case "client-event":
      triggerClientEvent(hub, session, frame);
  }
}

function actionOf(frame: ClientFrame | undefined): RefusedAction {
  return frame === undefined || frame.type === "ping" || frame.type === "pong"
    ? "message"
    : frame.type;
}

function channelOf(frame: ClientFrame | undefined): string | undefined {
  return frame && "channel" in frame ? frame.channel : undefined;
}
