// The data of an event on the wire: its envelope where the contract has one, and its payload.
import type { ContractEvent, ContractIssue } from "./contract.ts";
import type { Finding, FindingCode } from "./finding.ts";
import { judgeEnvelope, looksEnveloped } from "./judge-envelope.ts";
import { aboutMessage, subjectOf, type WireMessage } from "./wire-message.ts";

// a payload can be wrong in a thousand places, and a line cannot name them
const mostIssues = 5;

/** Answers what is wrong with the data of an event that the contract knows. */
export function judgeData(event: ContractEvent, message: WireMessage): readonly Finding[] {
  const fail: Fail = (code, problem) => ({
    severity: "error",
    code,
    ...aboutMessage(message),
    message: `${subjectOf(message)}: ${problem}`,
  });
  const wire = parse(message.data);
  if (!wire) return [fail("payload-invalid", "the data is not JSON; encode it once")];
  const { value } = wire;
  return event.envelope ? enveloped(event, { value, fail }) : bare(event, { value, fail });
}

type Fail = (code: FindingCode, problem: string) => Finding;

interface WireValue {
  readonly value: unknown;
  readonly fail: Fail;
}

function bare(event: ContractEvent, { value, fail }: WireValue): readonly Finding[] {
  const issues = event.judge(value);
  if (issues.length === 0) return [];
  if (looksEnveloped(value) && event.judge(value.data).length === 0) {
    return [
      fail(
        "envelope-unexpected",
        "the payload is in a CloudEvents envelope, and the contract has none here; send the payload alone",
      ),
    ];
  }
  return [fail("payload-invalid", describeIssues(issues, "payload"))];
}

function enveloped(event: ContractEvent, { value, fail }: WireValue): readonly Finding[] {
  const { envelope } = event;
  if (!envelope) return [];
  if (!looksEnveloped(value)) {
    return [
      fail(
        "envelope-missing",
        'there is no CloudEvents envelope; put the payload under "data", beside "specversion", "id", "source" and "type"',
      ),
    ];
  }
  const faults = judgeEnvelope(envelope, value);
  const issues = value.data === undefined ? [] : event.judge(value.data);
  return [
    ...(faults.length > 0
      ? [fail("envelope-invalid", describeIssues(faults, "the envelope"))]
      : []),
    ...(issues.length > 0 ? [fail("payload-invalid", describeIssues(issues, "payload"))] : []),
  ];
}

/** `payload/offer/id must be integer, and 2 more`; the subject stands for the root. */
export function describeIssues(issues: readonly ContractIssue[], subject: string): string {
  const named = issues
    .slice(0, mostIssues)
    .map(({ pointer, problem }) => `${subject}${pointer} ${problem}`)
    .join(", ");
  const rest = issues.length - mostIssues;
  return rest > 0 ? `${named}, and ${rest} more` : named;
}

function parse(data: string | undefined): { readonly value: unknown } | undefined {
  try {
    // a client event without data carries none
    return { value: data === undefined ? undefined : JSON.parse(data) };
  } catch {
    return undefined;
  }
}
