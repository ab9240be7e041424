// Asks the API to let subscriptions in, on behalf of whoever holds a token: all that a page wants at once by one request.
import { type AuthorizationHandler, authorizeInBatches } from "@lockstep/runtime/subscribe";
import { api, asHolder } from "../api/api-client.ts";

const PAUSES_MS = [500, 1_500, 4_000];

/** What the API refuses stays refused; where it gives no answer, or is busy, it is asked again a few times. */
export function authorizeChannels(token: string): AuthorizationHandler {
  const { headers, fetch } = asHolder(token);
  return authorizeInBatches({
    endpoint: api.pusher.auth.$url(),
    headers: () => headers,
    fetch: (input, init) => askAgain(() => fetch(input, init)),
  });
}

async function askAgain(request: () => Promise<Response>): Promise<Response> {
  for (const pause of PAUSES_MS) {
    const response = await request().catch(() => undefined);
    if (response !== undefined && response.status < 500) return response;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return request();
}
