// A payload as the JSON text that goes over the wire, judged as what the text says.
import { PayloadInvalidError } from "../errors/payload-invalid-error.ts";
import type { Schema } from "../schema-interface.ts";
import { readStrictly } from "./read-strictly.ts";

/** Where a payload is going. */
export interface Place {
  /** Wire channel name. */
  readonly channel: string;
  /** Wire event name. */
  readonly event: string;
}

/**
 * Answers the payload's JSON text, taken now: later changes of the payload do not reach it.
 *
 * @throws {PayloadInvalidError} when it has no JSON form, or the form does not match the schema by the strict reading
 */
export function snapshotPayload(schema: Schema<unknown>, payload: unknown, place: Place): string {
  const text = toJson(payload, place);
  const result = readStrictly(schema, JSON.parse(text));
  if (!result.success) throw new PayloadInvalidError({ ...place, issues: result.error.issues });
  return text;
}

function toJson(payload: unknown, place: Place): string {
  let problem = "has no JSON form";
  try {
    const text = JSON.stringify(payload) as string | undefined;
    if (text !== undefined) return text;
  } catch (error) {
    problem = `has no JSON form (${error instanceof Error ? error.message : String(error)})`;
  }
  throw new PayloadInvalidError({ ...place, issues: [{ path: [], message: problem }] });
}
