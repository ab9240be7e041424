// Formats whose judgement the runtime has, each by the name of the function that judges it.

/** From a JSON Schema format to the function of `@lockstep/runtime/schema`. */
export const formatFunctions: ReadonlyMap<string, string> = new Map([
  ["date", "date"],
  ["date-time", "dateTime"],
  ["email", "email"],
  ["hostname", "hostname"],
  ["ipv4", "ipv4"],
  ["ipv6", "ipv6"],
  ["time", "time"],
  ["uri", "uri"],
  ["uri-reference", "uriReference"],
  ["uuid", "uuid"],
]);

export function isKnownFormat(format: unknown): boolean {
  return typeof format === "string" && formatFunctions.has(format);
}
