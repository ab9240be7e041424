// Asks for many subscriptions by one request, with headers that may have to be fetched first.
import { channelsPerAuthorizationLimit } from "../authorization-limit.ts";

export interface AuthorizeInBatchesOptions {
  /** Where `handle` of an authorizer answers. */
  readonly endpoint: string | URL;
  /** Asked before each request, so that a token may be fresh. @default none */
  readonly headers?:
    | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>)
    | undefined;
  /** How long the first of several subscriptions waits for others, in milliseconds. @default 10 */
  readonly windowMs?: number | undefined;
  /** @default the global one */
  readonly fetch?: typeof fetch | undefined;
}

/** What pusher-js takes as `channelAuthorization.customHandler`. */
export type AuthorizationHandler = (
  request: { readonly socketId: string; readonly channelName: string },
  callback: (error: Error | null, authorization: Authorization | null) => void,
) => void;

export interface Authorization {
  readonly auth: string;
  readonly channel_data?: string;
  readonly shared_secret?: string;
}

type Waiting = readonly [channelName: string, callback: Parameters<AuthorizationHandler>[1]];

/**
 * Creates a handler that asks once for all channels that are subscribed to within a moment, at most 50 in a request.
 * Whatever fails is told to the subscriptions that it concerns, and to no others.
 *
 * @see https://github.com/pusher/pusher-js/issues/69
 */
export function authorizeInBatches(options: AuthorizeInBatchesOptions): AuthorizationHandler {
  const waiting = new Map<string, Waiting[]>();

  function send(socketId: string): void {
    const asked = waiting.get(socketId) ?? [];
    waiting.delete(socketId);
    for (let start = 0; start < asked.length; start += channelsPerAuthorizationLimit) {
      void settle(options, socketId, asked.slice(start, start + channelsPerAuthorizationLimit));
    }
  }

  return ({ socketId, channelName }, callback) => {
    const asked = waiting.get(socketId);
    if (asked) {
      asked.push([channelName, callback]);
      return;
    }
    waiting.set(socketId, [[channelName, callback]]);
    setTimeout(send, options.windowMs ?? 10, socketId);
  };
}

async function settle(
  options: AuthorizeInBatchesOptions,
  socketId: string,
  asked: readonly Waiting[],
): Promise<void> {
  const names = asked.map(([name]) => name);
  const answers = await ask(options, { socket_id: socketId, channel_names: names }).catch(
    (error: unknown) => names.map(() => toError(error)),
  );
  for (const [index, [name, callback]] of asked.entries()) {
    const answer = answers[index] ?? new Error(`${name}: the authorization endpoint left it out`);
    if (answer instanceof Error) callback(answer, null);
    else callback(null, answer);
  }
}

async function ask(
  { endpoint, headers, fetch: fetchAnswer = fetch }: AuthorizeInBatchesOptions,
  body: unknown,
): Promise<readonly (Authorization | Error)[]> {
  const response = await fetchAnswer(endpoint, {
    method: "POST",
    headers: { ...(await headers?.()), "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = Object(await response.json().catch(() => null)) as Record<string, unknown>;
  if (!response.ok) throw new Error(describeRefusal(answer, response.status));
  if (!Array.isArray(answer.channels)) {
    throw new Error(
      `${endpoint} answers no list of channels; let an authorizer's handle answer it`,
    );
  }
  return answer.channels.map(toAuthorization);
}

function toAuthorization(entry: unknown): Authorization | Error {
  const answer = Object(entry) as Record<string, unknown>;
  if (typeof answer.auth === "string") return answer as unknown as Authorization;
  return new Error(describeRefusal(answer, 403));
}

function describeRefusal({ error }: Readonly<Record<string, unknown>>, status: number): string {
  return typeof error === "string" ? error : `the authorization endpoint answered ${status}`;
}

function toError(error: unknown): Error {
  return error instanceof Error
    ? error
    : new Error("the authorization request failed", { cause: error });
}
