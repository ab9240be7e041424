// What is said where no handler answers: nothing is there, or nothing by this method.
import type { NotFoundHandler } from "hono";
import { TrieRouter } from "hono/router/trie-router";
import type { RouterRoute } from "hono/types";
import { HttpError } from "./http-error.ts";

/**
 * Answers 404, or 405 with `Allow` where another method would find something.
 *
 * @param routes those of the app; read at the first address that is not found
 */
export function createNotFoundHandler(routes: () => readonly RouterRoute[]): NotFoundHandler {
  let methodsAt: ((path: string) => readonly string[]) | undefined;
  return (c) => {
    methodsAt ??= indexMethods(routes());
    const methods = methodsAt(c.req.path);
    if (methods.length === 0) throw new HttpError(404, "There is nothing at this address");
    const allow = methods.join(", ");
    c.header("Allow", allow);
    throw new HttpError(405, `${c.req.method} is not possible here; possible: ${allow}`);
  };
}

function indexMethods(routes: readonly RouterRoute[]): (path: string) => readonly string[] {
  const router = new TrieRouter<string>();
  const methods = new Set<string>();
  for (const { method, path } of routes) {
    // middleware, which answers nothing by itself
    if (method === "ALL") continue;
    router.add(method, path, method);
    methods.add(method);
  }
  return (path) =>
    [...methods]
      .filter((method) => router.match(method, path.replace(/(?<=.)\/$/, ""))[0].length > 0)
      .flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : method))
      .sort();
}
