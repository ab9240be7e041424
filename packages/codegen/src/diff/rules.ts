// Every rule of the diff, by id: what changed, who breaks by it, and the way to get there without a break.
import type { Rule, WrittenRule } from "./rule.ts";
import type { RuleId } from "./rule-ids.ts";
import { channelRules } from "./rules/channel-rules.ts";
import { eventRules } from "./rules/event-rules.ts";
import { payloadRules } from "./rules/payload-rules.ts";
import { propertyRules } from "./rules/property-rules.ts";
import { valueRules } from "./rules/value-rules.ts";

/** By id. */
export const rules: Readonly<Record<RuleId, Rule>> = {
  ...complete(channelRules),
  ...complete(eventRules),
  ...complete(propertyRules),
  ...complete(valueRules),
  ...complete(payloadRules),
};

/** Ids by the headings of the documentation. */
export const ruleSections: Readonly<Record<string, readonly RuleId[]>> = {
  "Channels, access and parameters": idsOf(channelRules),
  "Events and operations": idsOf(eventRules),
  "Fields of payloads": idsOf(propertyRules),
  "Types and values": idsOf(valueRules),
  "Constraints, structure and words": idsOf(payloadRules),
};

function complete<Id extends RuleId>(
  written: Readonly<Record<Id, WrittenRule>>,
): Readonly<Record<Id, Rule>> {
  const entries = Object.entries<WrittenRule>(written).map(([id, rule]) => [
    id,
    { verb: "refuses", cases: {}, ...rule },
  ]);
  return Object.fromEntries(entries) as Record<Id, Rule>;
}

function idsOf<Id extends RuleId>(written: Readonly<Record<Id, WrittenRule>>): readonly Id[] {
  return Object.keys(written) as Id[];
}
