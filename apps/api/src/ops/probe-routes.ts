// For those who watch the process: whether it lives, whether it can serve, and what it has counted.
import { sql } from "drizzle-orm";
import { Hono } from "hono";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";

/** Addresses of the probes; whatever serves the page hands them to the app. */
export const PROBE_PATHS = ["/healthz", "/readyz", "/metrics"] as const;

export function createProbeRoutes({
  db,
  log,
  metrics,
}: Pick<AppDependencies, "db" | "log" | "metrics">) {
  return new Hono()
    .get("/healthz", (c) => c.json({ status: "ok" }))
    .get("/readyz", async (c) => {
      try {
        await db.execute(sql`select 1`);
      } catch (error) {
        log.error("not ready", { error });
        throw new HttpError(503, "The database does not answer");
      }
      return c.json({ status: "ready" });
    })
    .get("/metrics", async (c) =>
      c.body(await metrics.render(), 200, { "Content-Type": metrics.contentType }),
    );
}
