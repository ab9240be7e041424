// The ids of the rules, which are a promise: configurations of CI and code scanning refer to them.

/** Channels, their addresses, access and parameters. */
export type ChannelRuleId =
  | "channel-added"
  | "channel-removed"
  | "channel-key-renamed"
  | "channel-address-changed"
  | "channel-access-loosened"
  | "channel-access-tightened"
  | "channel-access-changed"
  | "channel-deprecated"
  | "channel-undeprecated"
  | "channel-sunset-moved-earlier"
  | "channel-parameter-added"
  | "channel-parameter-removed"
  | "channel-parameter-renamed"
  | "channel-parameter-enum-value-added"
  | "channel-parameter-enum-value-removed"
  | "channel-parameter-enum-added"
  | "channel-parameter-enum-removed"
  | "channel-parameter-default-added"
  | "channel-parameter-default-removed"
  | "channel-parameter-default-changed"
  | "channel-parameter-type-changed"
  | "channel-parameter-constraint-tightened"
  | "channel-parameter-constraint-loosened";

/** Events, and what the application does with them. */
export type EventRuleId =
  | "event-added"
  | "event-removed"
  | "event-removed-before-sunset"
  | "event-removed-after-sunset"
  | "event-renamed"
  | "event-key-renamed"
  | "event-content-type-changed"
  | "event-deprecated"
  | "event-undeprecated"
  | "event-sunset-moved-earlier"
  | "operation-added"
  | "operation-removed"
  | "operation-action-changed";

/** Fields of payloads. */
export type PropertyRuleId =
  | "payload-property-added-optional"
  | "payload-property-added-to-closed"
  | "payload-property-added-required"
  | "payload-property-removed-optional"
  | "payload-property-removed-required"
  | "payload-property-became-optional"
  | "payload-property-became-required"
  | "payload-property-renamed"
  | "payload-property-deprecated"
  | "payload-property-undeprecated"
  | "payload-property-sunset-moved-earlier";

/** Types and values. */
export type ValueRuleId =
  | "payload-type-changed"
  | "payload-type-widened"
  | "payload-type-narrowed"
  | "payload-nullable-added"
  | "payload-nullable-removed"
  | "payload-enum-value-added"
  | "payload-open-enum-value-added"
  | "payload-enum-value-removed"
  | "payload-enum-added"
  | "payload-enum-removed"
  | "payload-const-changed"
  | "payload-union-member-added"
  | "payload-union-member-removed"
  | "payload-default-added"
  | "payload-default-changed"
  | "payload-default-removed";

/** Constraints, structure and words. */
export type PayloadRuleId =
  | "payload-constraint-tightened"
  | "payload-constraint-loosened"
  | "payload-pattern-added"
  | "payload-pattern-removed"
  | "payload-pattern-changed"
  | "payload-format-added"
  | "payload-format-removed"
  | "payload-format-changed"
  | "payload-additional-properties-closed"
  | "payload-additional-properties-opened"
  | "payload-conditional-changed"
  | "unknown-keyword-changed"
  | "docs-changed";

export type RuleId = ChannelRuleId | EventRuleId | PropertyRuleId | ValueRuleId | PayloadRuleId;
