// Tokens of sessions: random for their holder, hashed for the database.
import { createHash, randomBytes } from "node:crypto";

export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps instead of a token. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
