// One change of the database together with the events that tell of it.
import { appendToOutbox } from "@lockstep/outbox";
import type { ChannelEvent } from "@lockstep-demo/publishers";
import type { AppDependencies } from "../http/app-env.ts";
import { answerOnce } from "../idempotency/answer-once.ts";
import type { IdempotentRequest } from "../idempotency/idempotent-request.ts";
import type { Database } from "./database.ts";

/**
 * Runs a change in one transaction, and then says that there may be events to send. One that belongs to a request with
 * an `Idempotency-Key` runs once, and answers the same ever after; its answer must be what JSON can say.
 */
export type Commit = <Answer>(
  change: (tx: Database, append: AppendEvents) => Promise<Answer>,
  request?: IdempotentRequest,
) => Promise<Answer>;

/** Stores the events of a change, with the deprecated ones that they replaced. Give all events in one call. */
export type AppendEvents = (events: ChannelEvent | readonly ChannelEvent[]) => Promise<void>;

export function createCommit({
  db,
  notifyOutbox,
  withDeprecated,
  now,
}: Pick<AppDependencies, "db" | "notifyOutbox" | "withDeprecated" | "now">): Commit {
  return async (change, request) => {
    const answer = await db.transaction((tx) => {
      const run = () => change(tx, (events) => appendToOutbox(tx, withDeprecated(events)));
      return request === undefined ? run() : answerOnce(tx, { request, now: now() }, run);
    });
    notifyOutbox();
    return answer;
  };
}
