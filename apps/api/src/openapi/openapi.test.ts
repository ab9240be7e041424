// The OpenAPI document: valid, complete, and said by the schemas that judge. That answers keep to it is judged wherever
// a test asks the app (testing/create-answer-judge.ts).
import { Validator } from "@seriousme/openapi-schema-validator";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { oas31 } from "zod-openapi";
import { createApp } from "../app.ts";
import { createAnswerJudge } from "../testing/create-answer-judge.ts";
import { jsonOf, openTestApp, type TestApp } from "../testing/test-app.ts";
import { testDatabaseKinds } from "../testing/test-databases.ts";
import { createOpenApiDocument } from "./create-openapi-document.ts";
import { operation } from "./operation-part.ts";

let app: TestApp;
let document: oas31.OpenAPIObject;
beforeAll(async () => {
  const [kind] = testDatabaseKinds;
  if (kind === undefined) throw new Error("no database");
  app = await openTestApp(kind);
  document = await jsonOf(app.request("/api/openapi.json"));
});
afterAll(() => app.close());

function operationAt(method: "get" | "post" | "patch", path: string): oas31.OperationObject {
  const found = document.paths?.[path]?.[method];
  if (found === undefined) throw new Error(`no ${method} ${path}`);
  return found;
}

function bodyOf(described: oas31.OperationObject) {
  return (described.requestBody as oas31.RequestBodyObject).content;
}

test("the document is valid OpenAPI 3.1", async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(document.openapi).toMatch(/^3\.1\./);
});

test("every route is in the document, and nothing else", () => {
  const documented = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path.replace(/(?<=.)\/$/, "")}`),
  );
  const routed = createApp(app.deps)
    .routes.filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, "{$1}")}`);
  expect(documented.sort()).toEqual([...new Set(routed)].sort());
});

test("a route that nothing describes is an error, not a gap", () => {
  const { routes } = new Hono().get("/forgotten", (c) => c.text(""));
  expect(() => createOpenApiDocument(routes)).toThrow(
    "GET /forgotten: no operation(…) describes this route",
  );
});

test("operations have names of their own", () => {
  const ids = Object.values(document.paths ?? {}).flatMap((item) =>
    Object.values(item as Record<string, oas31.OperationObject>).map((one) => one.operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test("a body is described by the schema that judges it", () => {
  const send = operationAt("post", "/api/messages/send/");
  expect(bodyOf(send)["application/json"]?.schema).toEqual({
    type: "object",
    properties: {
      recipient_id: { type: "integer", minimum: 1, maximum: 2 ** 31 - 1 },
      content: { type: "string", maxLength: 2000, pattern: "\\S" },
      subject: { type: "string", maxLength: 200 },
    },
    required: ["recipient_id", "content"],
    additionalProperties: false,
  });
});

test("a route that creates a message takes an Idempotency-Key, and no other does", () => {
  const takers = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, oas31.OperationObject>).flatMap(([method, one]) => {
      const header = one.parameters?.find((each) => "in" in each && each.in === "header");
      if (header === undefined) return [];
      expect(header).toMatchObject({ name: "idempotency-key" });
      expect(header).not.toMatchObject({ required: true });
      expect(Object.keys(one.responses ?? {})).toEqual(expect.arrayContaining(["409", "422"]));
      return [`${method} ${path}`];
    }),
  );
  expect(takers.sort()).toEqual([
    "post /api/guest/hotel/{slug}/conversations/{id}/messages/",
    "post /api/messages/send/",
    "post /api/staff/hotel/{slug}/guest-chat/conversations/{id}/messages/",
    "post /api/staff/hotel/{slug}/staff-chat/conversations/{id}/messages/",
  ]);
});

test("what an event tells of a thing is described as the contract describes it", () => {
  expect(document.components?.schemas?.Offer).toMatchObject({
    properties: {
      id: { type: "integer", minimum: 1 },
      title: { type: "string", minLength: 1, maxLength: 120 },
      photo_url: { anyOf: [{ type: "string", format: "uri", maxLength: 500 }, { type: "null" }] },
      created_at: { type: "string", format: "date-time" },
    },
    additionalProperties: false,
  });
});

test("an offer may be sent as JSON, or as a form with a photo", () => {
  const content = bodyOf(operationAt("post", "/api/staff/hotel/{slug}/offers/"));
  expect(content).toMatchObject({
    "application/json": { schema: { required: ["title"], additionalProperties: false } },
    "multipart/form-data": {
      schema: { properties: { photo: { format: "binary" }, title: { maxLength: 120 } } },
    },
  });
});

test("what guards a route is what the document says of it", () => {
  const update = operationAt("patch", "/api/staff/hotel/{slug}/offers/{id}/");
  expect(update.security).toEqual([{ bearer: [] }, { token: [] }]);
  expect(update.parameters).toMatchObject([
    { in: "path", name: "slug", required: true },
    { in: "path", name: "id", required: true, schema: { type: "integer" } },
  ]);
  expect(Object.keys(update.responses ?? {})).toEqual([
    "200",
    "400",
    "401",
    "403",
    "404",
    "413",
    "415",
    "default",
  ]);
  expect(operationAt("get", "/api/hotel/{slug}/offers/").security).toBeUndefined();
});

describe("an answer that is not as documented is caught", () => {
  const routes = new Hono().get(
    "/healthz",
    operation({
      id: "probe",
      tag: "Operations",
      summary: "A probe",
      answers: { 204: null },
    }),
    (c) => c.body(null, 204),
  ).routes;
  const judge = () => createAnswerJudge(createOpenApiDocument(routes));

  test.each([
    ["a status", Response.json({}, { status: 200 }), "200 is not in the document"],
    [
      "a refusal",
      Response.json({ message: "no" }, { status: 418 }),
      "must have required property 'error'",
    ],
    ["a type", new Response("no", { status: 500 }), "the document has no text/plain"],
  ])("%s", async (_, response, problem) => {
    await expect(judge()("GET", "/healthz", response)).rejects.toThrow(problem);
  });
});
