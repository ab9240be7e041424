// The query of an HTTP API request, read the way it was signed.
import { ApiError } from "./api-error.ts";

/** Parameters by lower-case name, values decoded. */
export type Query = ReadonlyMap<string, string>;

/**
 * Reads `name=value&…`.
 *
 * Only the first `=` separates, and `+` is a plus: `pusher` does not encode values, and channel names hold `=`.
 *
 * @throws {ApiError} 400 when an escape is broken or a parameter is given twice
 */
export function parseQuery(text: string): Query {
  const query = new Map<string, string>();
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const at = pair.indexOf("=");
    const name = decode(at < 0 ? pair : pair.slice(0, at)).toLowerCase();
    if (query.has(name)) {
      throw new ApiError(400, `query parameter ${JSON.stringify(name)} is given twice`);
    }
    query.set(name, at < 0 ? "" : decode(pair.slice(at + 1)));
  }
  return query;
}

function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ApiError(400, "the query holds a broken % escape");
  }
}
