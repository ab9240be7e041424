// A token that the server does not know any more ends the session that holds it, whoever asked and for what.
import { guestSession, session } from "../services.ts";

/** @param status of an answer to a request with this token */
export function noticeExpiry(token: string, status: number): void {
  if (status !== 401) return;
  session.expire(token);
  guestSession.expire(token);
}
