// The typed client of the API. Only types cross from the server into the page.
import type { AppType } from "@lockstep-demo/api";
import { type ClientResponse, hc } from "hono/client";
import { noticeExpiry } from "../session/notice-expiry.ts";
import { noAnswer, refusalOf } from "./api-error.ts";

const client: ReturnType<typeof hc<AppType>> = hc<AppType>(window.location.origin);

export const api: (typeof client)["api"] = client.api;

export interface RequestOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
  readonly init: RequestInit;
}

/** The header by which the server knows each attempt at one request, and carries it out once. */
export function onceFor(key: string): { readonly "idempotency-key": string } {
  return { "idempotency-key": `"${key}"` };
}

/** Options of a request by whoever holds the token; its session ends where the answer is 401. */
export function asHolder(token: string, init: RequestInit = {}): RequestOptions {
  return {
    init,
    headers: { Authorization: `Token ${token}` },
    async fetch(input, init) {
      const response = await fetch(input, init);
      noticeExpiry(token, response.status);
      return response;
    },
  };
}

/**
 * Waits for an answer and reads its body.
 *
 * @throws {ApiError} when it is a refusal, or there is none
 */
export async function answerOf<Answer extends ClientResponse<unknown, number, string>>(
  request: Promise<Answer>,
): Promise<Awaited<ReturnType<Answer["json"]>>> {
  const response = await request.catch((cause: unknown) => {
    throw noAnswer(cause);
  });
  if (!response.ok) throw refusalOf(response.status, await response.json().catch(() => null));
  const body: unknown =
    response.status === 204
      ? null
      : await response.json().catch((cause: unknown) => {
          // cut off, or of something between page and API
          throw noAnswer(cause);
        });
  return body as Awaited<ReturnType<Answer["json"]>>;
}
