// GET /api/realtime/config/: how pages reach the realtime server.
import { Hono } from "hono";
import type { AppDependencies } from "../http/app-env.ts";

export function createRealtimeRoutes({ realtime }: Pick<AppDependencies, "realtime">) {
  return new Hono().get("/realtime/config", (c) => c.json(realtime(c.req.url)));
}
