// One attempt at one claimed event: publish it outside any transaction, then settle its row.
import { backoffMs } from "./backoff.ts";
import type { Claim } from "./claim-events.ts";
import type { Clock } from "./clock.ts";
import type { Delivery, RelayOptions } from "./relay-options.ts";
import { buryDead, releaseForRetry, removeSent } from "./settle-claim.ts";

export type DeliverOptions = Required<
  Pick<RelayOptions, "db" | "publisher" | "onDelivery" | "isPermanent" | "publishTimeoutMs">
> & { readonly clock: Clock };

/**
 * Answers after how many milliseconds the event must be tried again, or `undefined` if it is done with. Rejects only when
 * the database fails; the event is then tried again when its lease ends.
 */
export async function deliver(claim: Claim, options: DeliverOptions): Promise<number | undefined> {
  const { clock, db } = options;
  const startedAt = clock.now();
  const failure = await attempt(claim, options);
  const ms = Math.round(clock.now() - startedAt);
  const outcome = outcomeOf(failure, options);
  const delayMs = outcome === "retry" ? backoffMs(claim.attempt) : undefined;
  try {
    if (failure === undefined) await removeSent(db, claim);
    else if (delayMs === undefined) await buryDead(db, claim, failure.error);
    else await releaseForRetry(db, claim, { delayMs, error: failure.error });
  } finally {
    const { id: eventId, channel, name: event, data } = claim.event;
    options.onDelivery({
      channel,
      event,
      eventId,
      data,
      attempt: claim.attempt,
      ms,
      outcome,
      ...failure,
    });
  }
  return delayMs;
}

interface Failure {
  readonly error: unknown;
}

async function attempt(claim: Claim, options: DeliverOptions): Promise<Failure | undefined> {
  try {
    await options.publisher.publish(claim.event, { timeoutMs: options.publishTimeoutMs });
    return undefined;
  } catch (error) {
    return { error };
  }
}

function outcomeOf(failure: Failure | undefined, options: DeliverOptions): Delivery["outcome"] {
  if (failure === undefined) return "sent";
  return options.isPermanent(failure.error) ? "dead" : "retry";
}
