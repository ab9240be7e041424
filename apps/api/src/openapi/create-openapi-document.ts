// The OpenAPI document of the routes: made of the schemas that judge requests and describe answers.
import { STATUS_CODES } from "node:http";
import type { RouterRoute } from "hono/types";
import {
  createDocument,
  type oas31,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverride,
  type ZodOpenApiParameters,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from "zod-openapi";
import { errorBody } from "../http/http-error.ts";
import { type DescribedRoute, describeRoutes } from "./describe-routes.ts";
import type { Answer } from "./operation-part.ts";
import { pathParameters } from "./path-parameters.ts";

/**
 * Describes every route of an app.
 *
 * @throws {Error} for a route that nothing describes, or a schema that JSON Schema cannot say
 * @see https://spec.openapis.org/oas/v3.1.1
 */
export function createOpenApiDocument(routes: readonly RouterRoute[]): oas31.OpenAPIObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of describeRoutes(routes)) {
    const path = documentedPath(route.path);
    paths[path] = { ...paths[path], [route.method]: toOperation(route) };
  }
  return createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "Lockstep demo",
        version: "1.0.0",
        description:
          "Paths are the same without the slash at their end. Whatever goes wrong is answered with an Error.",
      },
      servers: [{ url: "/" }],
      components: { securitySchemes },
      paths,
    },
    { override: tidy },
  );
}

const securitySchemes = {
  bearer: { type: "http", scheme: "bearer", description: "The token of a login." },
  token: {
    type: "apiKey",
    in: "header",
    name: "Authorization",
    description: "The same token after another word: `Authorization: Token …`.",
  },
  operator: { type: "http", scheme: "bearer", description: "The process's OPERATOR_TOKEN." },
  monitor: { type: "http", scheme: "bearer", description: "The process's METRICS_TOKEN." },
} as const;

const requirements = {
  session: [{ bearer: [] }, { token: [] }],
  operator: [{ operator: [] }],
  monitor: [{ monitor: [] }],
};

/** As domain and README write it: what is no file ends in a slash. */
function documentedPath(route: string): string {
  const path = route.replace(/:(\w+)/g, "{$1}");
  return path.startsWith("/api/") && !/\.\w+$/.test(path) ? `${path}/` : path;
}

function toOperation(route: DescribedRoute): ZodOpenApiOperationObject {
  const { operation, body, headers, security } = route;
  const content = mapValues(body, (schema) => ({ schema }));
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(security && { security: requirements[security] }),
    requestParams: {
      ...(route.path.includes(":") && { path: pathParameters(route.path) }),
      ...(headers && { header: headers as ZodOpenApiParameters["header"] & object }),
    },
    ...(Object.keys(body).length > 0 && { requestBody: { required: true, content } }),
    responses: {
      ...mapValues(operation.answers, toResponse),
      ...Object.fromEntries(
        [...route.refusals].map(([status, sentences]) => [
          String(status),
          refusal(sentences.join(" "), refusalHeaders[status]),
        ]),
      ),
      default: refusal("Anything else that goes wrong."),
    },
  };
}

function toResponse(answer: Answer, status: string): ZodOpenApiResponseObject {
  const description = STATUS_CODES[status] ?? status;
  if (answer === null) return { description };
  if (typeof answer === "string") return { description, content: { [answer]: {} } };
  return { description, content: { "application/json": { schema: answer } } };
}

function refusal(
  description: string,
  headers?: ZodOpenApiResponseObject["headers"],
): ZodOpenApiResponseObject {
  return {
    description,
    content: { "application/json": { schema: errorBody } },
    ...(headers && { headers }),
  };
}

const refusalHeaders: Readonly<Record<number, NonNullable<ZodOpenApiResponseObject["headers"]>>> = {
  401: { "WWW-Authenticate": { schema: { type: "string" } } },
  429: {
    "Retry-After": { schema: { type: "integer", minimum: 0 }, description: "In seconds." },
  },
};

const tidy: ZodOpenApiOverride = ({ jsonSchema, zodSchema }) => {
  // the contract's checks are its own, and say by themselves what they look for
  for (const check of zodSchema._zod.def.checks ?? []) {
    Object.assign(jsonSchema, Object(Object(check._zod.def).params).jsonSchema);
  }
  const { additionalProperties: rest, minimum, maximum } = jsonSchema;
  // what refuses unknown fields by name is a schema that nothing matches
  if (typeof rest === "object" && "not" in rest) jsonSchema.additionalProperties = false;
  // every integer of JavaScript is a safe one
  if (minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

function mapValues<From, To>(
  from: Readonly<Record<string, From>>,
  map: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, map(value, key)]));
}
