// HMAC-SHA256, made and compared.
import { createHmac, timingSafeEqual } from "node:crypto";

/** Answers the signature of a text in lower-case hexadecimal. */
export function signatureOf(text: string | Uint8Array, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** Tells whether two signatures are the same, in a time that does not depend on where they differ. */
export function sameSignature(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
