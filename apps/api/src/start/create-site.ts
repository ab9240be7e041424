// One address for everything: the API, the images and the built web page.
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { AppType } from "../app.ts";
import { PROBE_PATHS } from "../ops/probe-routes.ts";
import type { RealtimeConfig } from "../realtime/realtime-config.ts";

export interface SiteOptions {
  readonly app: AppType;
  /** The folder of the built page. */
  readonly webFolder: string;
  readonly publicUrl: () => string;
  readonly realtime: (requestUrl: string) => RealtimeConfig;
}

/** Every address that is no file of the page answers the page, which has addresses of its own. */
export function createSite({ app, webFolder, publicUrl, realtime }: SiteOptions): Hono {
  const toApp = (c: Context) => app.fetch(c.req.raw, c.env);
  return new Hono()
    .all("/api", toApp)
    .all("/api/*", toApp)
    .all("/media/*", toApp)
    .on("GET", [...PROBE_PATHS], toApp)
    .use(
      secureHeaders({
        // whoever puts TLS in front says so there
        strictTransportSecurity: false,
        xFrameOptions: "DENY",
        contentSecurityPolicy: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          fontSrc: ["'self'"],
          imgSrc: ["'self'", "blob:", () => new URL(publicUrl()).origin],
          connectSrc: ["'self'", (c) => socketOrigin(realtime(c.req.url))],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      }),
    )
    .get("/assets/*", serveStatic({ root: webFolder, onFound: cacheForever }), (c) =>
      c.text("Not found", 404),
    )
    .get("*", serveStatic({ root: webFolder, onFound: revalidate }))
    .get("*", serveStatic({ root: webFolder, path: "index.html", onFound: revalidate }))
    .notFound(toApp);
}

/** Where the page's socket goes, for its content security policy; its own origin where there is no socket. */
export function socketOrigin(config: RealtimeConfig): string {
  if (!config.enabled) return "'self'";
  const { cluster, forceTLS, wsHost, wsPort } = config;
  const scheme = forceTLS ? "wss" : "ws";
  if (wsHost === undefined) return `${scheme}://ws-${cluster}.pusher.com`;
  return `${scheme}://${wsHost}${wsPort === undefined ? "" : `:${wsPort}`}`;
}

// their names change with their content
function cacheForever(_path: string, c: Context): void {
  c.header("Cache-Control", "public, max-age=31536000, immutable");
}

function revalidate(_path: string, c: Context): void {
  c.header("Cache-Control", "no-cache");
}
