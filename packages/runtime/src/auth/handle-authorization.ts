// The authorization endpoint as a web-standard function.
import type { AuthorizationDecision, AuthorizationRequest } from "./create-authorizer.ts";

/** Longer than any request of pusher-js with parameters of reasonable size. */
const bodyLimitCharacters = 16_384;

/** Reads the request, asks, and answers in the form that pusher-js takes. */
export async function handleAuthorization(
  request: Request,
  decide: (request: AuthorizationRequest) => Promise<AuthorizationDecision>,
): Promise<Response> {
  const decision = await decide(await readRequest(request));
  if (decision.granted) return json(200, decision.authorization);
  return json(decision.status, { error: decision.reason });
}

// what cannot be read has no fields, and is refused as incomplete
async function readRequest(request: Request): Promise<AuthorizationRequest> {
  const text = await request.text().catch(() => "");
  const fields = text.length > bodyLimitCharacters ? {} : readFields(request, text);
  return { socketId: fields.socket_id, channelName: fields.channel_name };
}

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
