// For those who watch the process: whether it lives, whether it can serve, and what it has counted.
import { sql } from "drizzle-orm";
import { Hono } from "hono";
import * as z from "zod";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { operation } from "../openapi/operation-part.ts";
import { requireSecret } from "./require-secret.ts";

/** Addresses of the probes; whatever serves the page hands them to the app. */
export const PROBE_PATHS = ["/healthz", "/readyz", "/metrics"] as const;

const tag = "Operations";

const tellsHealth = operation({
  id: "readHealth",
  tag,
  summary: "Whether the process lives",
  answers: { 200: z.object({ status: z.literal("ok") }) },
});

const tellsReadiness = operation({
  id: "readReadiness",
  tag,
  summary: "Whether the process can serve",
  answers: { 200: z.object({ status: z.literal("ready") }) },
  refusals: { 503: "The database does not answer." },
});

const countsEverything = operation({
  id: "readMetrics",
  tag,
  summary: "Counters for Prometheus",
  answers: { 200: "text/plain" },
});

export function createProbeRoutes({
  db,
  log,
  metrics,
  metricsToken,
}: Pick<AppDependencies, "db" | "log" | "metrics" | "metricsToken">) {
  const requireMonitor = requireSecret({ whose: "monitor", secret: metricsToken });
  return new Hono()
    .get("/healthz", tellsHealth, (c) => c.json({ status: "ok" }))
    .get("/readyz", tellsReadiness, async (c) => {
      try {
        await db.execute(sql`select 1`);
      } catch (error) {
        log.error("not ready", { error });
        throw new HttpError(503, "The database does not answer");
      }
      return c.json({ status: "ready" });
    })
    .get("/metrics", countsEverything, requireMonitor, async (c) =>
      c.body(await metrics.render(), 200, { "Content-Type": metrics.contentType }),
    );
}
