// GET /api/openapi.json: what the API takes and answers, for people and for generators of clients.
import { Hono } from "hono";
import type { RouterRoute } from "hono/types";
import * as z from "zod";
import { createOpenApiDocument } from "./create-openapi-document.ts";
import { operation } from "./operation-part.ts";

const anyDocument = z.looseObject({ openapi: z.string(), paths: z.looseObject({}) });

/** @param routes those of the whole app; read at the first request */
export function createOpenApiRoutes(routes: () => readonly RouterRoute[]) {
  let document: string | undefined;
  return new Hono().get(
    "/openapi.json",
    operation({
      id: "readOpenApiDocument",
      tag: "Operations",
      summary: "This document",
      answers: { 200: anyDocument },
    }),
    (c) => {
      document ??= JSON.stringify(createOpenApiDocument(routes()));
      return c.body(document, 200, { "Content-Type": "application/json" });
    },
  );
}
