// The authorization endpoint as a web-standard function.

import { channelsPerAuthorizationLimit } from "../authorization-limit.ts";
import type {
  AuthorizationDecision,
  AuthorizationRefusal,
  AuthorizationRequest,
} from "./create-authorizer.ts";
import { readBody } from "./read-body.ts";

/** Longer than any request of pusher-js with parameters of reasonable size. */
const bodyLimitBytes = 16_384;

export interface HandleAuthorizationOptions {
  readonly decide: (request: AuthorizationRequest) => Promise<AuthorizationDecision>;
  /** May throw. */
  readonly onRefused: (refusal: AuthorizationRefusal, request: AuthorizationRequest) => void;
}

/** Reads the request, asks, and answers in the form that pusher-js takes, or for each of several channels. */
export async function handleAuthorization(
  request: Request,
  options: HandleAuthorizationOptions,
): Promise<Response> {
  const text = await readBody(request, bodyLimitBytes);
  // what cannot be read has no fields, and is refused as incomplete
  const fields = text === undefined ? {} : readFields(request, text);
  const { socket_id: socketId, channel_name: channelName, channel_names: names } = fields;
  if (isList(names)) {
    const decisions = names.map((name) => judge({ socketId, channelName: name }, options));
    return json(200, { channels: (await Promise.all(decisions)).map(toEntry) });
  }
  const known = text === undefined ? tooLarge : names === undefined ? undefined : noList;
  const decision = await judge({ socketId, channelName }, options, known);
  return decision.granted
    ? json(200, decision.authorization)
    : json(decision.status, { error: decision.reason });
}

/** @param known the decision, where nobody has to be asked */
async function judge(
  asked: AuthorizationRequest,
  { decide, onRefused }: HandleAuthorizationOptions,
  known?: AuthorizationDecision,
): Promise<AuthorizationDecision> {
  const decision = known ?? (await decide(asked));
  try {
    if (!decision.granted) onRefused(decision, asked);
  } catch {
    // a log that fails must not change the answer
  }
  return decision;
}

function toEntry(decision: AuthorizationDecision) {
  return decision.granted
    ? decision.authorization
    : { error: decision.reason, status: decision.status };
}

function isList(names: unknown): names is readonly unknown[] {
  return Array.isArray(names) && names.length > 0 && names.length <= channelsPerAuthorizationLimit;
}

const tooLarge: AuthorizationRefusal = {
  granted: false,
  status: 400,
  reason: `the request is too large: at most ${bodyLimitBytes} bytes`,
};

const noList: AuthorizationRefusal = {
  granted: false,
  status: 400,
  reason: `channel_names must be a list of 1 to ${channelsPerAuthorizationLimit} names`,
};

function readFields(request: Request, text: string): Readonly<Record<string, unknown>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type)) return Object.fromEntries(new URLSearchParams(text));
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function json(status: number, body: unknown): Response {
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  return new Response(JSON.stringify(body), { status, headers });
}
