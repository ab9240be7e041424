// Rules about channels, their addresses, who may subscribe to them, and their parameters.
import { row, type WrittenRule } from "../rule.ts";
import type { ChannelRuleId } from "../rule-ids.ts";

const addChannel = "add the new channel beside this one, publish to both, and deprecate this one";
const widenInput = "keep the old values valid until nobody uses them";

export const channelRules: Readonly<Record<ChannelRuleId, WrittenRule>> = {
  "channel-added": row("new channel", "o o o o"),
  "channel-removed": {
    ...row("channel gone", "X X X X"),
    verb: "misses",
    advice: "deprecate it with a sunset first, and remove it after that day",
  },
  "channel-key-renamed": {
    ...row("key renamed, same address", "o o X X"),
    advice: "keep the key: nothing on the wire is called by it",
  },
  "channel-address-changed": {
    ...row("address differs, whatever its parameters are called", "X X o o"),
    verb: "misses",
    advice: addChannel,
  },
  "channel-access-loosened": {
    ...row("`private-`, `presence-` or `private-encrypted-` → public", "X X o o"),
    verb: "misses",
    advice: "make sure that anybody may read these payloads, and say so in the config",
  },
  "channel-access-tightened": {
    ...row("public → `private-`, `presence-` or `private-encrypted-`", "X X o o"),
    verb: "misses",
    advice: `${addChannel}; subscribers need the authorization endpoint`,
  },
  "channel-access-changed": {
    ...row("private ↔ presence ↔ encrypted, or `cache-` toggled", "X X o o"),
    verb: "misses",
    advice: addChannel,
  },
  "channel-deprecated": row("`x-deprecated` added", "o o o o"),
  "channel-undeprecated": row("`x-deprecated` removed", "o o o o", { bump: "patch" }),
  "channel-sunset-moved-earlier": row("sunset earlier than promised", "o o o o", {
    level: "error",
  }),
  "channel-parameter-added": {
    ...row("address has another parameter", "X X X X"),
    verb: "misses",
    advice: addChannel,
  },
  "channel-parameter-removed": {
    ...row("address has a parameter less", "X X X X"),
    verb: "misses",
    advice: addChannel,
  },
  "channel-parameter-renamed": {
    ...row("`{id}` → `{orderId}`, at the same place", "o o X X"),
    advice: "keep the name: nothing on the wire is called by it",
  },
  "channel-parameter-enum-value-added": row("wider input", "o o o o"),
  "channel-parameter-enum-value-removed": {
    ...row("narrower input", "X X X X"),
    advice: widenInput,
  },
  "channel-parameter-enum-added": { ...row("free → enum", "X X X X"), advice: widenInput },
  "channel-parameter-enum-removed": row("enum → free", "o o o o"),
  "channel-parameter-default-added": row("value becomes optional", "o o o o"),
  "channel-parameter-default-removed": {
    ...row("value becomes required", "o o X X"),
    advice: "keep the default",
  },
  "channel-parameter-default-changed": {
    ...row("another channel where the value is left out", "X X o o"),
    verb: "misses",
    advice: "keep the default, and name the other value where it is meant",
  },
  "channel-parameter-type-changed": {
    ...row("`x-schema`: integer → string", "o o X X"),
    advice: widenInput,
    cases: { "to-integer": row("`x-schema`: string → integer", "X X X X") },
  },
  "channel-parameter-constraint-tightened": {
    ...row("`x-schema`: narrower input, also a pattern that is added or changed", "X X X X"),
    advice: widenInput,
  },
  "channel-parameter-constraint-loosened": row("`x-schema`: wider input", "o o o o"),
};
