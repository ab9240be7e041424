// CloudEvents 1.0 in structured mode.
import type { ContractEnvelope, ContractIssue } from "./contract.ts";

const ownAttributes: ReadonlySet<string> = new Set([
  "specversion",
  "id",
  "source",
  "type",
  "time",
  "subject",
  "datacontenttype",
  "dataschema",
  "sequence",
  "data",
]);

/** Whether somebody meant it to be an envelope: it has one of the attributes that no payload needs. */
export function looksEnveloped(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.hasOwn(value, "specversion") || (Object.hasOwn(value, "data") && "source" in value);
}

/**
 * Answers what is wrong with the attributes.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 */
export function judgeEnvelope(
  { type, judgeExtensions }: ContractEnvelope,
  value: Readonly<Record<string, unknown>>,
): readonly ContractIssue[] {
  const issues: ContractIssue[] = [];
  const expect = (attribute: string, holds: boolean, problem: string) => {
    if (!holds) issues.push({ pointer: `/${attribute}`, problem });
  };
  expect("specversion", value.specversion === "1.0", 'must be "1.0"');
  expect("id", isText(value.id), "must be a string that is not empty");
  expect("source", isText(value.source), "must be a string that is not empty");
  expect("type", value.type === type, `must be ${JSON.stringify(type)}`);
  expect("data", value.data !== undefined, "must hold the payload");
  const extensions = Object.entries(value).filter(([name]) => !ownAttributes.has(name));
  return [...issues, ...(judgeExtensions?.(Object.fromEntries(extensions)) ?? [])];
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
