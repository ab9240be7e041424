// Carrying out a request once, however often it comes: its answer is stored in the transaction of what it changed.
import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { idempotentAnswers } from "../db/schema.ts";
import { HttpError } from "../http/http-error.ts";
import type { IdempotentRequest } from "./idempotent-request.ts";

/** As long as the longest session: a page that tries again has gone by then. */
const KEPT_DAYS = 14;
const DAY_MS = 86_400_000;

// first half of the advisory lock's key, so that other users of advisory locks are not met
const LOCK_SPACE = 0x1d3e;

export interface AnswerOnceOptions {
  readonly request: IdempotentRequest;
  readonly now: Date;
}

/**
 * Runs a change, or answers what it answered at the first time. What fails is not remembered, as its transaction leaves
 * nothing behind.
 *
 * @param tx the transaction of the change
 * @throws {HttpError} 409 while another transaction does it, 422 when the key has come with another request
 */
export async function answerOnce<Answer>(
  tx: Database,
  { request, now }: AnswerOnceOptions,
  change: () => Promise<Answer>,
): Promise<Answer> {
  const { holder, key, fingerprint } = request;
  if (!(await tryLock(tx, request))) {
    throw new HttpError(409, "This request is just being carried out; ask again in a moment");
  }
  const isSame = and(eq(idempotentAnswers.holder, holder), eq(idempotentAnswers.key, key));
  const [known] = await tx
    .select()
    .from(idempotentAnswers)
    .where(and(isSame, gt(idempotentAnswers.expiresAt, now)));
  if (known === undefined) {
    const answer = await change();
    const row = {
      fingerprint,
      answer: JSON.stringify(answer),
      expiresAt: new Date(now.getTime() + KEPT_DAYS * DAY_MS),
    };
    await tx
      .insert(idempotentAnswers)
      .values({ holder, key, ...row })
      // one that is over may still be there
      .onConflictDoUpdate({ target: [idempotentAnswers.holder, idempotentAnswers.key], set: row });
    return answer;
  }
  if (known.fingerprint !== fingerprint) {
    throw new HttpError(422, "This Idempotency-Key belongs to another request; take a new one");
  }
  return JSON.parse(known.answer) as Answer;
}

/** Takes out the answers whose time is over. */
export async function forgetAnswers(db: Database, now: Date): Promise<void> {
  await db.delete(idempotentAnswers).where(lte(idempotentAnswers.expiresAt, now));
}

// until the transaction ends, also by the death of the process
async function tryLock(tx: Database, { holder, key }: IdempotentRequest): Promise<boolean> {
  const [row] = await tx
    .select({
      isOurs: sql<boolean>`pg_try_advisory_xact_lock(${LOCK_SPACE}::int, hashtext(${`${holder}\n${key}`}))`,
    })
    .from(sql`(values (1)) as one`);
  return row?.isOurs === true;
}
