// Rules about the events of a channel and about what the application does with them.
import { row, type WrittenRule } from "../rule.ts";
import type { EventRuleId } from "../rule-ids.ts";

const addEvent =
  "add the new event beside this one, deprecate this one, and publish both until its sunset";

export const eventRules: Readonly<Record<EventRuleId, WrittenRule>> = {
  "event-added": row("new message on a channel", "o o o o"),
  "event-removed": {
    ...row("gone from this channel, also: moved, or dropped from its operations", "X X X X"),
    verb: "misses",
    advice: "deprecate it with a sunset first, and remove it after that day",
  },
  "event-removed-before-sunset": {
    ...row("deprecated, and its sunset not reached", "X X X X"),
    verb: "misses",
    advice: "keep it until its sunset",
  },
  "event-removed-after-sunset": {
    ...row("deprecated, and its sunset passed", "X X X X"),
    verb: "misses",
    advice: "release it: the sunset was announced",
  },
  "event-renamed": {
    ...row("wire name differs, same key (case counts)", "X X o o"),
    verb: "misses",
    advice: addEvent,
    cases: { "with-key": row("wire name and key differ, same payload, near name", "X X X X") },
  },
  "event-key-renamed": {
    ...row("key differs, same wire name", "o o X X"),
    advice: "keep the key: nothing on the wire is called by it",
  },
  "event-content-type-changed": {
    ...row("content type, also a CloudEvents envelope that is added or removed", "X X X X"),
    advice: addEvent,
  },
  "event-deprecated": row("`x-deprecated` or `deprecated` added", "o o o o"),
  "event-undeprecated": row("`x-deprecated` or `deprecated` removed", "o o o o", {
    bump: "patch",
  }),
  "event-sunset-moved-earlier": row("sunset earlier than promised", "o o o o", { level: "error" }),
  "operation-added": row("the application starts to send or to receive", "o o o o"),
  "operation-removed": {
    ...row("the application stops sending or receiving", "X X X X"),
    verb: "misses",
    advice: "deprecate the events first, and remove the operation after their sunset",
  },
  "operation-action-changed": {
    ...row("send ↔ receive", "X X X X"),
    verb: "misses",
    advice: "add another channel or event for the other direction",
  },
};
