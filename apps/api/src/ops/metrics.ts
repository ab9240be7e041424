// What the process counts, in the format of Prometheus.
import type { Delivery } from "@lockstep/outbox";
import { sql } from "drizzle-orm";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "../db/database.ts";
import { outbox } from "../db/schema.ts";

export interface Metrics {
  /** An attempt to publish an event. */
  countDelivery(delivery: Pick<Delivery, "event" | "outcome" | "ms">): void;
  /** A decision about a subscription. */
  countSubscription(outcome: "granted" | "refused"): void;
  countRequest(method: string, status: number): void;
  /** Asks the database how much waits. */
  render(): Promise<string>;
  readonly contentType: string;
}

// labels are names of the contract and of HTTP: nobody outside can make a new series
const METHODS = new Set(["GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS", "PUT"]);

export function createMetrics(db: Database): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const deliveries = new Counter({
    name: "lockstep_publishes_total",
    help: "Attempts to publish an event, by event and outcome (sent, retry, dead).",
    labelNames: ["event", "outcome"],
    registers,
  });
  const durations = new Histogram({
    name: "lockstep_publish_seconds",
    help: "How long an attempt to publish took.",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const subscriptions = new Counter({
    name: "lockstep_subscriptions_total",
    help: "Decisions about subscriptions, by outcome (granted, refused).",
    labelNames: ["outcome"],
    registers,
  });
  const requests = new Counter({
    name: "lockstep_http_requests_total",
    help: "Answered requests, by method and status.",
    labelNames: ["method", "status"],
    registers,
  });
  const events = new Gauge({
    name: "lockstep_outbox_events",
    help: "Events in the outbox, by state (waiting, dead).",
    labelNames: ["state"],
    registers,
    async collect() {
      const dead = sql<number>`count(${outbox.deadAt})::int`;
      const [row] = await db.select({ all: sql<number>`count(*)::int`, dead }).from(outbox);
      if (row === undefined) return;
      events.set({ state: "dead" }, row.dead);
      events.set({ state: "waiting" }, row.all - row.dead);
    },
  });
  return {
    countDelivery({ event, outcome, ms }) {
      deliveries.inc({ event, outcome });
      durations.observe(ms / 1000);
    },
    countSubscription: (outcome) => subscriptions.inc({ outcome }),
    countRequest(method, status) {
      requests.inc({ method: METHODS.has(method) ? method : "other", status: String(status) });
    },
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
