// One change of the database together with the events that tell of it.
import type { AppDependencies } from "../http/app-env.ts";
import type { Database } from "./database.ts";

/** Runs a change in one transaction, and then says that there may be events to send. */
export type Commit = <Answer>(change: (tx: Database) => Promise<Answer>) => Promise<Answer>;

export function createCommit({
  db,
  notifyOutbox,
}: Pick<AppDependencies, "db" | "notifyOutbox">): Commit {
  return async (change) => {
    const answer = await db.transaction(change);
    notifyOutbox();
    return answer;
  };
}
