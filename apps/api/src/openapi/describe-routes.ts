// The operations of an app, put together from what each route's own handlers and the middleware before it say.
import type { RouterRoute } from "hono/types";
import { type Operation, type OperationPart, partOf } from "./operation-part.ts";

export interface DescribedRoute {
  /** Lower case, as in OpenAPI. */
  readonly method: string;
  /** As the router knows it: `/api/hotel/:slug/offers`. */
  readonly path: string;
  readonly operation: Operation;
  readonly security: OperationPart["security"];
  readonly body: NonNullable<OperationPart["body"]>;
  readonly headers: OperationPart["headers"];
  /** Why it may be refused: sentences by status. */
  readonly refusals: ReadonlyMap<number, readonly string[]>;
}

/**
 * Answers the routes in the order in which the app has them, without its middleware.
 *
 * @throws {Error} for a route that nothing describes
 */
export function describeRoutes(routes: readonly RouterRoute[]): DescribedRoute[] {
  const middleware = routes.filter(isMiddleware);
  const handlers = new Map<string, RouterRoute[]>();
  for (const route of routes) {
    if (isMiddleware(route)) continue;
    const key = `${route.method} ${route.path}`;
    handlers.set(key, [...(handlers.get(key) ?? []), route]);
  }
  return [...handlers].map(([key, own]) => {
    const [{ method = "", path = "" } = {}] = own;
    const before = middleware.filter((one) => isInside(path, one.path));
    const parts = [...before, ...own].map(({ handler }) => partOf(handler));
    const operation = parts.find((part) => part.operation)?.operation;
    if (operation === undefined) throw new Error(`${key}: no operation(…) describes this route`);
    return {
      method: method.toLowerCase(),
      path,
      operation,
      security: parts.find(({ security }) => security)?.security,
      headers: parts.find(({ headers }) => headers)?.headers,
      body: Object.assign({}, ...parts.map(({ body }) => body)),
      refusals: refusalsOf(parts),
    };
  });
}

function isMiddleware({ method }: RouterRoute): boolean {
  return method === "ALL";
}

/** @param pattern a path, or everything below one: `/api/*` */
function isInside(path: string, pattern: string): boolean {
  const base = pattern.replace(/\/?\*$/, "");
  return path === base || path.startsWith(`${base}/`);
}

function refusalsOf(parts: readonly OperationPart[]): Map<number, string[]> {
  const refusals = new Map<number, string[]>();
  for (const [status, sentence] of parts.flatMap((part) => Object.entries(part.refusals ?? {}))) {
    const known = refusals.get(Number(status)) ?? [];
    if (!known.includes(sentence)) refusals.set(Number(status), [...known, sentence]);
  }
  return refusals;
}
