// One attempt at claimed events: publish them outside any transaction, then settle their rows.
import { backoffMs } from "./backoff.ts";
import type { Claim } from "./claim-events.ts";
import type { Clock } from "./clock.ts";
import type { Delivery, RelayOptions } from "./relay-options.ts";
import { buryDead, releaseForRetry } from "./settle-claim.ts";

export type DeliverOptions = Required<
  Pick<RelayOptions, "db" | "publisher" | "onDelivery" | "isPermanent" | "publishTimeoutMs">
> & {
  readonly clock: Clock;
  readonly removeSent: (claims: readonly Claim[]) => Promise<void>;
};

/**
 * Publishes the events of one claim together. Answers after how many milliseconds the first of those that failed must
 * be tried again, or `undefined` if all are done with. Rejects only when the database fails; the events are then tried
 * again when their lease ends.
 */
export async function deliver(
  claims: readonly Claim[],
  options: DeliverOptions,
): Promise<number | undefined> {
  const { clock } = options;
  const startedAt = clock.now();
  const failure = await attempt(claims, options);
  if (failure !== undefined && claims.length > 1 && options.isPermanent(failure.error)) {
    // one of them was refused, and nobody says which
    return firstOf(await Promise.all(claims.map((claim) => deliver([claim], options))));
  }
  const ms = Math.round(clock.now() - startedAt);
  if (failure !== undefined) {
    return firstOf(
      await Promise.all(claims.map((claim) => settleFailed(claim, { ...failure, ms }, options))),
    );
  }
  try {
    await options.removeSent(claims);
  } finally {
    for (const claim of claims) tell(claim, { ms, outcome: "sent" }, options);
  }
  return undefined;
}

interface Failure {
  readonly error: unknown;
}

async function attempt(
  claims: readonly Claim[],
  { publisher, publishTimeoutMs: timeoutMs }: DeliverOptions,
): Promise<Failure | undefined> {
  try {
    const events = claims.map(({ event }) => event);
    await publisher.publish(events, { timeoutMs });
    return undefined;
  } catch (error) {
    return { error };
  }
}

async function settleFailed(
  claim: Claim,
  { error, ms }: Failure & { readonly ms: number },
  options: DeliverOptions,
): Promise<number | undefined> {
  const isDead = options.isPermanent(error);
  const delayMs = backoffMs(claim.attempt);
  try {
    if (isDead) await buryDead(options.db, claim, error);
    else await releaseForRetry(options.db, claim, { delayMs, error });
  } finally {
    tell(claim, { ms, outcome: isDead ? "dead" : "retry", error }, options);
  }
  return isDead ? undefined : delayMs;
}

function tell(
  { attempt, event: { id: eventId, channel, name: event, data } }: Claim,
  result: Pick<Delivery, "ms" | "outcome" | "error">,
  { onDelivery }: DeliverOptions,
): void {
  onDelivery({ channel, event, eventId, data, attempt, ...result });
}

function firstOf(delaysMs: readonly (number | undefined)[]): number | undefined {
  const due = delaysMs.filter((delayMs) => delayMs !== undefined);
  return due.length === 0 ? undefined : Math.min(...due);
}
