// The whole app over a test database, with its images in a folder that goes when it is closed.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PublishedEvent } from "@lockstep/testing";
import { createWithDeprecated } from "@lockstep-demo/publishers";
import { and, eq, sql } from "drizzle-orm";
import { createApp } from "../app.ts";
import { createSessionsEnd } from "../auth/end-sessions.ts";
import { openGuestSession } from "../auth/guest-sessions.ts";
import { openSession } from "../auth/sessions.ts";
import type { Database } from "../db/database.ts";
import {
  guestRooms,
  hotels,
  idempotentAnswers,
  outbox,
  outboxSequences,
  users,
} from "../db/schema.ts";
import { seed } from "../db/seed.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { createFolderStorage } from "../images/image-storage.ts";
import { createLog } from "../log.ts";
import { createOpenApiDocument } from "../openapi/create-openapi-document.ts";
import { createMetrics } from "../ops/metrics.ts";
import { createAnswerJudge } from "./create-answer-judge.ts";
import type { TestDatabaseKind } from "./test-databases.ts";

/** An event as it waits in the outbox. */
export interface WrittenEvent {
  readonly channel: string;
  readonly name: string;
  readonly payload: unknown;
  /** Present where the contract has one. */
  readonly envelope?: unknown;
}

export interface TestApp {
  readonly db: Database;
  readonly deps: AppDependencies;
  /** The log's lines so far. */
  readonly logged: string[];
  /** How often the outbox was said to have something. */
  notified(): number;
  /** Every answer is held to the OpenAPI document. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** A request of somebody who is logged in. */
  as(email: string): Promise<(path: string, init?: RequestInit) => Promise<Response>>;
  /** A request of the guest of a room of `killarney`, unless another hotel is named. */
  asGuest(
    roomNumber: number,
    hotelSlug?: string,
  ): Promise<(path: string, init?: RequestInit) => Promise<Response>>;
  /** What waits in the outbox, oldest first, as `expectPublished` takes it. */
  publishedEvents(): Promise<PublishedEvent[]>;
  /** The same with parsed payloads. */
  writtenEvents(): Promise<WrittenEvent[]>;
  storedImages(): Promise<string[]>;
  /** Back to the demo's data. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

const START = new Date("2026-11-21T10:00:00Z");

/** @param changes what is not as usual */
export async function openTestApp(
  kind: TestDatabaseKind,
  changes: Partial<AppDependencies> = {},
): Promise<TestApp> {
  const { db, close } = await kind.open();
  const folder = await mkdtemp(join(tmpdir(), "lockstep-api-"));
  const logged: string[] = [];
  let notified = 0;
  const { now = () => START, connections } = changes;
  const log = createLog((line) => logged.push(line));
  const deps: AppDependencies = {
    db,
    images: createFolderStorage(folder),
    notifyOutbox: () => {
      notified++;
    },
    publicUrl: () => "http://hotels.example",
    realtime: () => ({ enabled: false }),
    now,
    log,
    withDeprecated: createWithDeprecated(false),
    signer: undefined,
    connections,
    sessionsEnd: createSessionsEnd({ db, log, connections, now }),
    metrics: createMetrics(db),
    operatorToken: undefined,
    metricsToken: undefined,
    rooms: { isGuestConnected: async () => true },
    notifier: { notify: async () => {} },
    ...changes,
  };
  const app = createApp(deps);
  const judgeAnswer = createAnswerJudge(createOpenApiDocument(app.routes));
  const request = async (path: string, init?: RequestInit) => {
    const response = await app.request(path, init);
    await judgeAnswer(init?.method ?? "GET", path, response);
    return response;
  };
  const withToken =
    (token: string): TestApp["request"] =>
    (path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set("Authorization", `Token ${token}`);
      return request(path, { ...init, headers });
    };
  async function publishedEvents(): Promise<PublishedEvent[]> {
    const rows = await db.select().from(outbox).orderBy(outbox.id);
    return rows.map(({ channel, name, payload, envelope }) => ({
      channel,
      name,
      data: payload,
      ...(envelope !== null && { envelope }),
    }));
  }
  return {
    db,
    deps,
    logged,
    notified: () => notified,
    request,
    async as(email) {
      const [user] = await db.select().from(users).where(eq(users.email, email));
      if (user === undefined) throw new Error(`no demo user "${email}"`);
      return withToken(await openSession(db, user.id, START));
    },
    async asGuest(roomNumber, hotelSlug = "killarney") {
      const [room] = await db
        .select({ id: guestRooms.id, stayId: guestRooms.stayId })
        .from(guestRooms)
        .innerJoin(hotels, eq(hotels.id, guestRooms.hotelId))
        .where(and(eq(guestRooms.roomNumber, roomNumber), eq(hotels.slug, hotelSlug)));
      if (room === undefined) throw new Error(`no demo room ${roomNumber} in "${hotelSlug}"`);
      return withToken(await openGuestSession(db, room, START));
    },
    publishedEvents,
    async writtenEvents() {
      return (await publishedEvents()).map(({ data, ...event }) => ({
        ...event,
        payload: JSON.parse(data),
      }));
    },
    storedImages: () => readdir(folder),
    async reset() {
      logged.length = 0;
      notified = 0;
      await rm(folder, { recursive: true, force: true });
      await db.execute(
        sql`truncate ${outbox}, ${outboxSequences}, ${idempotentAnswers}, ${hotels}, ${users} restart identity cascade`,
      );
      await seed(db, { images: deps.images, now: START, passwordCost: { logN: 4, r: 8, p: 1 } });
    },
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A request's JSON body. */
export function json(method: string, body: unknown): RequestInit {
  const headers = { "Content-Type": "application/json" };
  return { method, headers, body: JSON.stringify(body) };
}

/** A request's multipart body. */
export function form(method: string, fields: Readonly<Record<string, string | File>>): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return { method, body };
}

/** A response's JSON body, as the test expects it. */
export async function jsonOf<Body>(response: Response | Promise<Response>): Promise<Body> {
  return (await (await response).json()) as Body;
}
