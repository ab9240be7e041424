// The authorization endpoint as a web-standard function.
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

/** Reads the request, asks, and answers in the form that pusher-js takes. */
export async function handleAuthorization(
  request: Request,
  { decide, onRefused }: HandleAuthorizationOptions,
): Promise<Response> {
  const text = await readBody(request, bodyLimitBytes);
  // what cannot be read has no fields, and is refused as incomplete
  const fields = text === undefined ? {} : readFields(request, text);
  const asked = { socketId: fields.socket_id, channelName: fields.channel_name };
  const decision = text === undefined ? tooLarge : await decide(asked);
  if (decision.granted) return json(200, decision.authorization);
  try {
    onRefused(decision, asked);
  } catch {
    // a log that fails must not change the answer
  }
  return json(decision.status, { error: decision.reason });
}

const tooLarge: AuthorizationRefusal = {
  granted: false,
  status: 400,
  reason: `the request is too large: at most ${bodyLimitBytes} bytes`,
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
