// What generated schemas are made with besides `zod/mini`, and the two readings of one schema.

export { catchall, type WithRest } from "./catchall.ts";
export {
  date,
  dateTime,
  email,
  hostname,
  integer,
  ipv4,
  ipv6,
  isoDateTime,
  isoTime,
  maxCharacters,
  minCharacters,
  multipleOf,
  regex,
  time,
  uniqueItems,
  uri,
  uriReference,
  url,
  uuid,
} from "./checks.ts";
export type { ComponentSchema } from "./component-schema.ts";
export { contains, type JsonType, not, when, whenField, whenType } from "./conditions.ts";
export { equalTo } from "./equal-to.ts";
export { fieldNames, maxFields, minFields, requires } from "./field-rules.ts";
export { matching } from "./matching.ts";
export { openEnum } from "./open-enum.ts";
export { ownFields } from "./own-fields.ts";
export { pattern } from "./pattern.ts";
export { patternFields } from "./pattern-fields.ts";
export { readStrictly } from "./read-strictly.ts";
export { readTolerantly } from "./read-tolerantly.ts";
export { record } from "./record.ts";
export { undeclared } from "./undeclared.ts";
