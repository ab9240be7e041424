// Asks the API on behalf of whoever holds a token: to let subscriptions in, all that a page wants at once by one request,
// and to say of a connection that it belongs to that session.
import { type AuthorizationHandler, authorizeInBatches } from "@lockstep/runtime/subscribe";
import type { Options } from "pusher-js";
import { answerOf, api, asHolder } from "../api/api-client.ts";

const PAUSES_MS = [500, 1_500, 4_000];

/** What the API refuses stays refused; where it gives no answer, or is busy, it is asked again a few times. */
export function authorizeChannels(token: string): AuthorizationHandler {
  const { headers, fetch } = asHolder(token);
  return authorizeInBatches({
    endpoint: api.pusher.auth.$url(),
    headers: () => headers,
    fetch: patiently(fetch),
  });
}

type UserHandler = Extract<
  NonNullable<Options["userAuthentication"]>,
  { readonly customHandler: unknown }
>["customHandler"];

/** The realtime server closes what belongs to a session when that ends, also where no page does. */
export function authenticateConnection(token: string): UserHandler {
  const { headers, fetch } = asHolder(token);
  return ({ socketId }, callback) => {
    const request = api.pusher["user-auth"].$post(
      { json: { socket_id: socketId } },
      { headers: { ...headers }, fetch: patiently(fetch) },
    );
    answerOf(request).then(
      (signed) => callback(null, signed),
      (error: Error) => callback(error, null),
    );
  };
}

function patiently(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, init) => askAgain(() => fetch(input, init));
}

async function askAgain(request: () => Promise<Response>): Promise<Response> {
  for (const pause of PAUSES_MS) {
    const response = await request().catch(() => undefined);
    if (response !== undefined && response.status < 500) return response;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return request();
}
