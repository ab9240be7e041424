// The HTTP API as one app: every route, and JSON for everything that goes wrong.
import { Hono } from "hono";
import { createAuthRoutes } from "./auth/auth-routes.ts";
import { createGuestAuthRoutes } from "./auth/guest-auth-routes.ts";
import { createCrmRoutes } from "./crm/crm-routes.ts";
import { createGuestChatRoutes } from "./guest-chat/guest-routes.ts";
import { createGuestChatStaffRoutes } from "./guest-chat/staff-routes.ts";
import type { AppDependencies } from "./http/app-env.ts";
import { createErrorHandler } from "./http/http-error.ts";
import { createNotFoundHandler } from "./http/not-found.ts";
import { createImageRoutes } from "./images/image-routes.ts";
import { createOfferRoutes } from "./offers/offer-routes.ts";
import { createOpenApiRoutes } from "./openapi/openapi-routes.ts";
import { createDeadLetterRoutes } from "./ops/dead-letter-routes.ts";
import { createProbeRoutes } from "./ops/probe-routes.ts";
import { createChannelAuthRoutes } from "./realtime/channel-auth-routes.ts";
import { createRealtimeRoutes } from "./realtime/realtime-routes.ts";
import { createUserAuthRoutes } from "./realtime/user-auth-routes.ts";
import { createStaffChatRoutes } from "./staff-chat/staff-chat-routes.ts";

/** The app's routes, for `hc<AppType>` of hono/client. */
export type AppType = ReturnType<typeof createApp>;

/** Builds the app. Paths are the same with and without a trailing slash. */
export function createApp(deps: AppDependencies) {
  const app = new Hono({ strict: false })
    .onError(createErrorHandler(deps.log))
    .use("/api/*", async (c, next) => {
      await next();
      c.header("Cache-Control", "no-store");
      c.header("X-Content-Type-Options", "nosniff");
      deps.metrics.countRequest(c.req.method, c.res.status);
    })
    .route("/", createProbeRoutes(deps))
    .route("/api/ops/dead-letters", createDeadLetterRoutes(deps))
    .route("/api/auth", createAuthRoutes(deps))
    .route("/api", createRealtimeRoutes(deps))
    .route("/api", createChannelAuthRoutes(deps))
    .route("/api", createUserAuthRoutes(deps))
    .route("/api", createOfferRoutes(deps))
    .route("/api/staff/hotel/:slug/staff-chat", createStaffChatRoutes(deps))
    .route("/api/staff/hotel/:slug/guest-chat", createGuestChatStaffRoutes(deps))
    .route("/api", createCrmRoutes(deps))
    .route("/api/guest", createGuestAuthRoutes(deps))
    .route("/api/guest/hotel/:slug/conversations/:id", createGuestChatRoutes(deps))
    .route("/", createImageRoutes(deps));
  app.route(
    "/api",
    createOpenApiRoutes(() => app.routes),
  );
  return app.notFound(createNotFoundHandler(() => app.routes));
}
