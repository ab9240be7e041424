// The events of a channel.
import type { ChannelModel, MessageModel, Origin } from "../model/contract-model.ts";
import type { ChannelPair } from "./compare-channels.ts";
import { compareDeprecation, isBeforeSunset } from "./compare-deprecation.ts";
import { compareEnvelope } from "./compare-envelope.ts";
import { compareSchemas, haveSamePayload } from "./compare-schemas.ts";
import { compareWords } from "./compare-words.ts";
import type { Comparison } from "./finding.ts";
import { type MessagePair, matchMessages } from "./match-messages.ts";
import type { DiffMemory } from "./schema/session.ts";

export function compareMessages(
  comparison: Comparison,
  channels: ChannelPair,
  memory: DiffMemory,
): void {
  const { before, after } = channels;
  const { pairs, added, removed } = matchMessages(before, after, (pair) =>
    haveSamePayload(comparison, pair, memory),
  );
  const fresh = added.filter((message) => isUsed(after, message));
  for (const message of fresh) reportAdded(comparison, before, message);
  for (const message of removed) {
    if (isUsed(before, message)) reportRemoved(comparison, before, { message, around: after });
  }
  for (const pair of pairs) {
    const was = isUsed(before, pair.before);
    const is = isUsed(after, pair.after);
    if (was && !is) reportRemoved(comparison, before, { message: pair.before, around: pair.after });
    else if (!was && is) reportAdded(comparison, before, pair.after);
    else compareMessage(comparison, { ...pair, channel: before.key }, memory);
  }
}

function compareMessage(
  comparison: Comparison,
  { before, after, channel }: MessagePair & { readonly channel: string },
  memory: DiffMemory,
): void {
  const subject = `${channel}.${before.key}`;
  compareNames(comparison, { before, after }, subject);
  const pair = { before, after, subject };
  compareDeprecation(comparison, { ...pair, word: "event" });
  compareWords(comparison, pair);
  compareEnvelope(comparison, pair, memory);
  const payloads = { before: before.payload, after: after.payload, subject, root: "payload" };
  compareSchemas(comparison, payloads, memory);
}

function compareNames(
  { report }: Comparison,
  { before, after }: MessagePair,
  subject: string,
): void {
  const places = { before: before.origin, after: after.origin };
  const isNamed = before.name !== after.name;
  const isKeyed = before.key !== after.key;
  if (isNamed) {
    const key = isKeyed ? ` and its key "${after.key}"` : "";
    const detail = `its name on the wire, "${before.name}", became "${after.name}"${key}`;
    const variant = isKeyed ? { variant: "with-key" } : {};
    report({ rule: "event-renamed", ...variant, subject, detail, ...places });
  } else if (isKeyed) {
    const detail = `its key became "${after.key}"`;
    report({ rule: "event-key-renamed", subject, detail, ...places });
  }
}

/** Whether the application does anything with it; every event of a channel without operations is sent and received. */
function isUsed({ operations }: ChannelModel, { id }: MessageModel): boolean {
  return operations?.some(({ messages }) => messages.includes(id)) ?? true;
}

function reportAdded({ report }: Comparison, { key }: ChannelModel, message: MessageModel): void {
  const subject = `${key}.${message.key}`;
  report({ rule: "event-added", subject, detail: "added", after: message.origin });
}

function reportRemoved(
  comparison: Comparison,
  { key }: ChannelModel,
  {
    message,
    around,
  }: { readonly message: MessageModel; readonly around: { readonly origin: Origin } },
): void {
  const { deprecated, origin } = message;
  const subject = `${key}.${message.key}`;
  const place = { subject, before: origin, around: around.origin };
  const sunset = deprecated?.sunset;
  if (sunset === undefined) {
    comparison.report({ rule: "event-removed", detail: "removed", ...place });
  } else if (isBeforeSunset(comparison, deprecated)) {
    const detail = `removed before its sunset, ${sunset}`;
    const rule = "event-removed-before-sunset";
    comparison.report({ rule, detail, ...place, needsOverride: true });
  } else {
    const detail = `removed after its sunset, ${sunset}`;
    comparison.report({ rule: "event-removed-after-sunset", detail, ...place });
  }
}
