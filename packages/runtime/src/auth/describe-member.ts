// A presence member in Pusher's words, judged before it is signed.
import { MemberInvalidError } from "../errors/member-invalid-error.ts";
import { presenceUserIdLimit, presenceUserInfoLimitBytes } from "../names/limits.ts";
import { readStrictly } from "../schema/read-strictly.ts";
import type { Schema, SchemaIssue } from "../schema-interface.ts";
import type { PresenceIdentity } from "./channel-policy.ts";

/** @throws {MemberInvalidError} when the member does not match the contract or Pusher's limits */
export function describeMember(
  channel: string,
  schema: Schema<unknown> | undefined,
  { userId, member }: PresenceIdentity<unknown>,
): { user_id: string; user_info: Record<string, unknown> } {
  const text = JSON.stringify(member) ?? "null";
  const info: unknown = JSON.parse(text);
  const result = schema && readStrictly(schema, info);
  const issues: SchemaIssue[] = !result || result.success ? [] : [...result.error.issues];
  if (new TextEncoder().encode(text).length > presenceUserInfoLimitBytes) {
    issues.push({
      path: [],
      message: `must be at most ${presenceUserInfoLimitBytes} bytes of JSON`,
    });
  }
  if (typeof userId !== "string" || userId === "" || userId.length > presenceUserIdLimit) {
    const message = `must have a user id of 1 to ${presenceUserIdLimit} characters`;
    issues.push({ path: [], message });
  }
  if (issues.length > 0) throw new MemberInvalidError({ channel, userId: String(userId), issues });
  return { user_id: userId, user_info: info as Record<string, unknown> };
}
