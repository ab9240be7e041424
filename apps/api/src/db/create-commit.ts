// One change of the database together with the events that tell of it.
import { appendToOutbox } from "@lockstep/outbox";
import type { ChannelEvent } from "@lockstep-demo/publishers";
import type { AppDependencies } from "../http/app-env.ts";
import type { Database } from "./database.ts";

/** Runs a change in one transaction, and then says that there may be events to send. */
export type Commit = <Answer>(
  change: (tx: Database, append: AppendEvents) => Promise<Answer>,
) => Promise<Answer>;

/** Stores the events of a change, with the deprecated ones that they replaced. Give all events in one call. */
export type AppendEvents = (events: ChannelEvent | readonly ChannelEvent[]) => Promise<void>;

export function createCommit({
  db,
  notifyOutbox,
  withDeprecated,
}: Pick<AppDependencies, "db" | "notifyOutbox" | "withDeprecated">): Commit {
  return async (change) => {
    const answer = await db.transaction((tx) =>
      change(tx, (events) => appendToOutbox(tx, withDeprecated(events))),
    );
    notifyOutbox();
    return answer;
  };
}
