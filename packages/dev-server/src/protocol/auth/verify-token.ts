// The `auth` that an application's backend gives to its clients: KEY:SIGNATURE.
import type { Application } from "../application.ts";
import { signatures } from "../refusals.ts";
import { sameSignature, signatureOf } from "./signature.ts";

/**
 * Checks a token against the text that it must sign.
 *
 * @throws {ProtocolError} when it names another key, or is not the signature of the text
 * @see Pusher, *Auth signatures*
 */
export function verifyToken(application: Application, token: string, text: string): void {
  const { key, secret } = application;
  if (!token.startsWith(`${key}:`)) throw signatures.wrongKey(key);
  const given = token.slice(key.length + 1);
  if (!sameSignature(signatureOf(text, secret), given)) {
    throw signatures.invalid(text, given);
  }
}
