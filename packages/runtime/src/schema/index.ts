// What generated schemas are made with besides `zod/mini`, and the two readings of one schema.

export { readStrictly } from "./read-strictly.ts";
export { readTolerantly } from "./read-tolerantly.ts";
