// Asks the API to let a subscription in, on behalf of whoever holds a token.
import type { ChannelAuthorizationOptions } from "pusher-js";
import { api, asHolder } from "../api/api-client.ts";
import { isRefusal, noAnswer, refusalOf } from "../api/api-error.ts";

type Handler = NonNullable<
  Extract<ChannelAuthorizationOptions, { customHandler: unknown }>["customHandler"]
>;
type Granted = Parameters<Parameters<Handler>[1]>[1];

const PAUSES_MS = [500, 1_500, 4_000];

/** What the API refuses stays refused; where it gives no answer, or is busy, it is asked again a few times. */
export function authorizeChannels(token: string): Handler {
  return ({ socketId, channelName }, callback) => {
    const form = new URLSearchParams({ socket_id: socketId, channel_name: channelName });
    askAgain(() => ask(token, form)).then(
      (granted) => callback(null, granted),
      (error: Error) => callback(error, null),
    );
  };
}

async function ask(token: string, form: URLSearchParams): Promise<Granted> {
  const { headers, fetch } = asHolder(token);
  const response = await fetch(api.pusher.auth.$url(), {
    method: "POST",
    headers,
    body: form,
  }).catch((cause: unknown) => {
    throw noAnswer(cause);
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusalOf(response.status, body);
  return body as Granted;
}

async function askAgain(request: () => Promise<Granted>): Promise<Granted> {
  for (const pause of PAUSES_MS) {
    try {
      return await request();
    } catch (error) {
      if (isRefusal(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return request();
}
