// The HTTP API: verifies a request, hands it to the protocol, and puts the answer into a response.
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import { ApiError } from "../protocol/api/api-error.ts";
import type { Query } from "../protocol/api/parse-query.ts";
import { publishBatch, publishEvent } from "../protocol/api/publish-triggers.ts";
import { describeChannel, listChannels, listUsers } from "../protocol/api/query-channels.ts";
import { verifyRequest, withoutAuth } from "../protocol/api/verify-request.ts";
import type { Hub } from "../protocol/hub.ts";
import { quote } from "../protocol/quote.ts";
import { readBody } from "./read-body.ts";

const plainText = "text/plain; charset=utf-8";

export interface ApiEnv {
  Bindings: HttpBindings;
}

/** A request that has shown to know the secret. */
interface SignedRequest {
  readonly context: Context<ApiEnv>;
  readonly body: Uint8Array;
  /** All of it, with what was only there for the signature. */
  readonly query: Query;
}

/**
 * Creates the routes of the HTTP API; they need the bindings of `@hono/node-server`.
 *
 * @see Pusher HTTP API
 */
export function createHttpApi(hub: Hub): Hono<ApiEnv> {
  const { state } = hub;
  const api = new Hono<ApiEnv>();
  // one handler a route, and no middleware: that is hono's short way
  const signed = (answer: (request: SignedRequest) => object) => async (c: Context<ApiEnv>) =>
    json(c, answer(await authenticate(hub, c)));
  api.post(
    "/apps/:appId/events",
    signed(({ body }) => publishEvent(state, body)),
  );
  api.post(
    "/apps/:appId/batch_events",
    signed(({ body }) => publishBatch(state, body)),
  );
  api.get(
    "/apps/:appId/channels",
    signed(({ query }) => listChannels(state, withoutAuth(query))),
  );
  api.get(
    "/apps/:appId/channels/:channel",
    signed((request) =>
      describeChannel(state, parameter(request, "channel"), withoutAuth(request.query)),
    ),
  );
  api.get(
    "/apps/:appId/channels/:channel/users",
    signed((request) =>
      listUsers(state, parameter(request, "channel"), withoutAuth(request.query)),
    ),
  );
  api.post(
    "/apps/:appId/users/:user/terminate_connections",
    signed((request) => {
      hub.terminateUser(parameter(request, "user"));
      return {};
    }),
  );
  api.notFound((c) => refuse(hub, c, notFound(c)));
  api.onError((error, c) => {
    if (error instanceof ApiError) return refuse(hub, c, error);
    state.observe({ type: "fault", error });
    return send(c, { status: 500, type: plainText, text: "internal error of the dev server" });
  });
  return api;
}

async function authenticate({ state }: Hub, context: Context<ApiEnv>): Promise<SignedRequest> {
  const { application, clock, limits } = state;
  const { appId } = application;
  const asked = context.req.param("appId") ?? "";
  if (asked !== appId) {
    throw new ApiError(404, `unknown app id ${quote(asked)}; this server's is ${quote(appId)}`);
  }
  const { incoming } = context.env;
  const { method } = context.req;
  const body = await readBody(incoming, limits.requestBytes);
  // the target as it was sent, since that is what was signed
  const request = { method, target: incoming.url ?? "/", body };
  return { context, body, query: verifyRequest(application, request, clock.now()) };
}

function parameter({ context }: SignedRequest, name: string): string {
  return context.req.param(name) ?? "";
}

function notFound({ req }: Context): ApiError {
  return new ApiError(404, `no such resource: ${req.method} ${quote(req.path)}`);
}

function refuse({ state }: Hub, context: Context<ApiEnv>, error: ApiError): Response {
  const { status, message } = error;
  state.observe({
    type: "refused",
    action: "request",
    socketId: undefined,
    channel: undefined,
    code: status,
    message,
  });
  return send(context, { status, type: plainText, text: message });
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

function json(context: Context<ApiEnv>, body: object): Response {
  return send(context, { status: 200, type: "application/json", text: JSON.stringify(body) });
}

// Written past the adapter: its own responses are fast only where it may replace the global Response, which is not for
// a library to do. The length is given, since a chunked body makes node-fetch report a premature close.
function send(context: Context<ApiEnv>, { status, type, text }: Answer): Response {
  context.env.outgoing.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(text),
  });
  context.env.outgoing.end(text);
  return RESPONSE_ALREADY_SENT;
}
