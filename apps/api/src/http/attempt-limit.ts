// How often somebody may try something: counted in this process, each caller by a key.
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { HttpError } from "./http-error.ts";

export interface AttemptLimit {
  /**
   * Counts an attempt, or several that are made at once.
   *
   * @throws {HttpError} 429 with `Retry-After` when there were too many
   */
  count(c: Context, key: string, attempts?: number): Promise<void>;
  /** Takes an attempt back: it was a rightful one. */
  forgive(key: string): Promise<void>;
}

export function createAttemptLimit({
  attemptsPerMinute,
}: {
  attemptsPerMinute: number;
}): AttemptLimit {
  const limiter = new RateLimiterMemory({ points: attemptsPerMinute, duration: 60 });
  return {
    async count(c, key, attempts = 1) {
      try {
        await limiter.consume(key, attempts);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const seconds = Math.ceil(refusal.msBeforeNext / 1000);
        c.header("Retry-After", String(seconds));
        throw new HttpError(429, `Too many attempts; try again in ${seconds} seconds`);
      }
    },
    async forgive(key) {
      await limiter.reward(key);
    },
  };
}

/** Where a request comes from; behind a proxy that is the proxy. */
export function addressOf(c: Context): string {
  const { incoming } = Object(c.env) as Partial<HttpBindings>;
  return incoming?.socket.remoteAddress ?? "unknown";
}
