// Failed logins are counted, so that trying passwords or PINs one after the other takes too long.
import type { Context } from "hono";
import { addressOf, createAttemptLimit } from "../http/attempt-limit.ts";

/**
 * Runs `find`, which answers who logs in by `account`, and counts it unless it finds somebody.
 *
 * Throws an `HttpError` with 429, and finds nobody, after ten failures of an account, or sixty of an address, in a
 * minute.
 */
export type LimitLogin = <Found>(
  c: Context,
  account: string,
  find: () => Promise<Found | undefined>,
) => Promise<Found | undefined>;

export function createLoginLimit(): LimitLogin {
  const ofAccount = createAttemptLimit({ attemptsPerMinute: 10 });
  const ofAddress = createAttemptLimit({ attemptsPerMinute: 60 });
  return async (c, account, find) => {
    const address = addressOf(c);
    await ofAddress.count(c, address);
    await ofAccount.count(c, account);
    const found = await find();
    if (found !== undefined) {
      await Promise.all([ofAddress.forgive(address), ofAccount.forgive(account)]);
    }
    return found;
  };
}
