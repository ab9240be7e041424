// Pairs of documents written as text, and what differs between them.
import { type Files, head, modelOf } from "../contract-text.test.helper.ts";
import type { Change, ContractDiff } from "./change.ts";
import { diffContracts } from "./diff-contracts.ts";

/** The day of every test. */
export const today = "2026-11-21";

export async function diffOf(before: string | Files, after: string | Files): Promise<ContractDiff> {
  return diffContracts(await modelOf(before), await modelOf(after), { today });
}

/** A document with one channel, whose one event has this payload. */
export function payloadText(payload: string, components = ""): string {
  return `${head}channels:
  room:
    address: room
    messages:
      said:
        payload: ${payload}
${components === "" ? "" : `components: { schemas: ${components} }\n`}`;
}

export const marksOf = ({ affects }: Pick<Change, "affects">): string =>
  (
    [
      "oldSubscriberNewPublisher",
      "newSubscriberOldPublisher",
      "publisherSource",
      "subscriberSource",
    ] as const
  )
    .map((axis) => (affects.includes(axis) ? "X" : "o"))
    .join("");

/** `rule pointer axes bump publishers/subscribers`, one line for each change. */
export function lineOf(change: Change): string {
  return `${change.rule} ${marksOf(change)} ${change.bump}`;
}
