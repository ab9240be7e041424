// A presence channel's member against the contract.
import { quote } from "../protocol/quote.ts";
import type { Finding } from "./finding.ts";
import type { ContractIndex } from "./index-contract.ts";
import { describeIssues } from "./judge-data.ts";

/** Answers what is wrong with the `user_info` that the application signed. */
export function judgeMember(
  index: ContractIndex,
  { channel, userId, userInfo }: { channel: string; userId: string; userInfo: unknown },
): readonly Finding[] {
  const issues = index.channelOf(channel)?.judgeMember?.(userInfo) ?? [];
  if (issues.length === 0) return [];
  return [
    {
      severity: "error",
      code: "member-invalid",
      channel,
      message: `user ${quote(userId)} of ${quote(channel)}: ${describeIssues(issues, "user_info")}`,
    },
  ];
}
