// Whether a request to the HTTP API comes from somebody who knows the secret.
import { hash } from "node:crypto";
import type { Application } from "../application.ts";
import { sameSignature, signatureOf } from "../auth/signature.ts";
import { quote } from "../quote.ts";
import { ApiError } from "./api-error.ts";
import { parseQuery, type Query } from "./parse-query.ts";

/** A request as it was sent. */
export interface ApiRequest {
  readonly method: string;
  /** Path and query, not decoded. */
  readonly target: string;
  readonly body: Uint8Array;
}

const windowSeconds = 600;

/**
 * Checks key, version, time, body and signature; answers the whole query.
 *
 * @throws {ApiError} 401 with the text that should have been signed, where that is what differs
 * @see Pusher HTTP API, *Authentication*
 */
export function verifyRequest(
  { key, secret }: Application,
  { method, target, body }: ApiRequest,
  nowMs: number,
): Query {
  const at = target.indexOf("?");
  const path = at < 0 ? target : target.slice(0, at);
  const query = parseQuery(at < 0 ? "" : target.slice(at + 1));
  if (query.get("auth_key") !== key) throw unauthorized(`auth_key must be ${quote(key)}`);
  if (query.get("auth_version") !== "1.0") throw unauthorized('auth_version must be "1.0"');
  judgeTimestamp(query.get("auth_timestamp"), nowMs);
  judgeBody(query.get("body_md5"), body);
  const signed = `${method}\n${path}\n${canonical(query)}`;
  const given = query.get("auth_signature") ?? "";
  if (!sameSignature(signatureOf(signed, secret), given)) {
    throw unauthorized(
      `Invalid signature: you should have sent HmacSHA256Hex(${JSON.stringify(signed)}, your_secret_key), but you sent ${quote(given)}`,
    );
  }
  return query;
}

function unauthorized(message: string): ApiError {
  return new ApiError(401, message);
}

function judgeTimestamp(timestamp: string | undefined, nowMs: number): void {
  if (timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) {
    throw unauthorized("auth_timestamp must be seconds since 1970");
  }
  const givenMs = Number(timestamp) * 1000;
  if (Math.abs(nowMs - givenMs) > windowSeconds * 1000) {
    throw unauthorized(
      `Timestamp expired: Given timestamp (${isoTime(givenMs)}) not within ${windowSeconds}s of server time (${isoTime(nowMs)})`,
    );
  }
}

function isoTime(timeMs: number): string {
  return new Date(timeMs).toISOString();
}

function judgeBody(md5: string | undefined, body: Uint8Array): void {
  if (md5 === undefined && body.length === 0) return;
  if (md5 === undefined) throw unauthorized("body_md5 is missing; a request with a body needs it");
  if (md5 !== hash("md5", body)) {
    throw unauthorized("body_md5 is not the MD5 of the body that arrived");
  }
}

function canonical(query: Query): string {
  const pairs: string[] = [];
  for (const name of [...query.keys()].sort()) {
    if (name !== "auth_signature") pairs.push(`${name}=${query.get(name)}`);
  }
  return pairs.join("&");
}

/** Answers what a query asks for, without what was only there for the signature. */
export function withoutAuth(query: Query): Query {
  const rest = new Map(query);
  for (const name of rest.keys()) {
    if (name.startsWith("auth_") || name === "body_md5") rest.delete(name);
  }
  return rest;
}
