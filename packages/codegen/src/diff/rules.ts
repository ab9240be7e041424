// Every rule of the diff, by id: what changed, who breaks by it, and the way to get there without a break.

import type { Rule } from "./rule.ts";
import { channelRules } from "./rules/channel-rules.ts";
import { eventRules } from "./rules/event-rules.ts";
import { payloadRules } from "./rules/payload-rules.ts";
import { propertyRules } from "./rules/property-rules.ts";
import { valueRules } from "./rules/value-rules.ts";

/** Rules as they stand in the source, where most have one case and a verb that goes without saying. */
const sections = {
  "Channels and parameters": channelRules,
  "Events and operations": eventRules,
  "Fields of payloads": propertyRules,
  "Types and values": valueRules,
  "Constraints, structure and words": payloadRules,
} as const;

type Written = (typeof sections)[keyof typeof sections];
type Keys<T> = T extends unknown ? keyof T : never;

/** Ids are a promise: CI configurations and code scanning refer to them. */
export type RuleId = Keys<Written>;

/** By the headings of the documentation. */
export const ruleSections: Readonly<Record<string, Readonly<Record<string, Rule>>>> =
  Object.fromEntries(
    Object.entries(sections).map(([heading, rules]) => [
      heading,
      Object.fromEntries(
        Object.entries(rules).map(([id, rule]) => [id, { verb: "refuses", cases: {}, ...rule }]),
      ),
    ]),
  );

/** Every rule by its id. */
export const rules = Object.assign({}, ...Object.values(ruleSections)) as Readonly<
  Record<RuleId, Rule>
>;
