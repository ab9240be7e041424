// From what pusher-js hands over to a payload that the contract knows, or to a fault.
import type { EventDefinition } from "../channel.ts";
import type { LockstepError } from "../errors/lockstep-error.ts";
import { PayloadInvalidError } from "../errors/payload-invalid-error.ts";
import { SubscribeError } from "../errors/subscribe-error.ts";
import { readTolerantly } from "../schema/read-tolerantly.ts";
import type { Place } from "../schema/snapshot-payload.ts";
import type { SchemaIssue } from "../schema-interface.ts";
import type { SubscribeStage } from "./subscription.ts";

export type Reading =
  | {
      readonly payload: unknown;
      /** CloudEvents attributes, where the contract declares the envelope. */
      readonly attributes?: Readonly<Record<string, unknown>>;
    }
  | { readonly stage: SubscribeStage; readonly error: LockstepError };

/** Reads an event's data tolerantly; the payload answered is the original one. */
export function readEvent(
  { schema, envelope }: EventDefinition<unknown>,
  data: unknown,
  place: Place,
): Reading {
  if (!envelope) return judgePayload(schema, data, place) ?? { payload: data };
  if (typeof data === "string") return undecodable(place);
  const { data: payload, ...attributes } = Object(data) as Readonly<Record<string, unknown>>;
  const issues = judgeAttributes(attributes, envelope);
  if (!Object.hasOwn(Object(data), "data")) issues.push({ path: ["data"], message: "is missing" });
  if (issues.length > 0) return invalid(issues, place, "envelope");
  return judgePayload(schema, payload, place) ?? { payload, attributes };
}

function judgePayload(
  schema: EventDefinition<unknown>["schema"],
  payload: unknown,
  place: Place,
): Reading | undefined {
  const result = readTolerantly(schema, payload);
  if (result.success) return undefined;
  const { issues } = result.error;
  // pusher-js hands over text that is no JSON as it is, so where no text is meant, it was not decoded
  return typeof payload === "string" && issues.some(isWrongType)
    ? undecodable(place)
    : invalid(issues, place);
}

function isWrongType(issue: SchemaIssue & { readonly code?: string }): boolean {
  return issue.path.length === 0 && /^invalid_(?:type|union)$/.test(issue.code ?? "");
}

function judgeAttributes(
  attributes: Readonly<Record<string, unknown>>,
  { type, extensions }: NonNullable<EventDefinition<unknown>["envelope"]>,
): SchemaIssue[] {
  const issues: SchemaIssue[] = [];
  const fixed = { specversion: "1.0", type };
  for (const [name, value] of Object.entries(fixed)) {
    if (attributes[name] !== value) {
      issues.push({ path: [name], message: `must be ${JSON.stringify(value)}` });
    }
  }
  for (const name of ["id", "source"]) {
    const value = attributes[name];
    if (typeof value !== "string" || value === "") {
      issues.push({ path: [name], message: "must be a string that is not empty" });
    }
  }
  const result = extensions && readTolerantly(extensions, attributes);
  return result && !result.success ? [...issues, ...result.error.issues] : issues;
}

function invalid(issues: readonly SchemaIssue[], place: Place, subject = "payload"): Reading {
  return { stage: "validate", error: new PayloadInvalidError({ ...place, issues, subject }) };
}

function undecodable(place: Place): Reading {
  const problem =
    "the data is text, but the contract says JSON; publish the JSON itself, encoded once";
  return { stage: "decode", error: new SubscribeError("payload-undecodable", problem, place) };
}
