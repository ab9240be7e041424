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
  maxCharacters,
  minCharacters,
  multipleOf,
  time,
  uniqueItems,
  uri,
  uriReference,
  uuid,
} from "./checks.ts";
export type { ComponentSchema } from "./component-schema.ts";
export { ownFields } from "./own-fields.ts";
export { pattern } from "./pattern.ts";
export { readStrictly } from "./read-strictly.ts";
export { readTolerantly } from "./read-tolerantly.ts";
