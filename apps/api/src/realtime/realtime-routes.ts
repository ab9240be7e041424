// GET /api/realtime/config/: how pages reach the realtime server.
import { Hono } from "hono";
import type { AppDependencies } from "../http/app-env.ts";
import { operation } from "../openapi/operation-part.ts";
import { realtimeConfig } from "./realtime-config.ts";

const readsConfig = operation({
  id: "readRealtimeConfig",
  tag: "Realtime",
  summary: "How to connect to the realtime server, or that there is none",
  answers: { 200: realtimeConfig },
});

export function createRealtimeRoutes({ realtime }: Pick<AppDependencies, "realtime">) {
  return new Hono().get("/realtime/config", readsConfig, (c) => c.json(realtime(c.req.url)));
}
