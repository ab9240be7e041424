// The days on which parts of a contract end.
import type { Deprecation } from "@lockstep/runtime";
import { childOf, type Part } from "../load/resolve-place.ts";
import { quote } from "../quote.ts";
import type { ChannelModel, SunsetModel } from "./contract-model.ts";
import { type ModelContext, originOf } from "./model-context.ts";

/** Answers each `sunset` once, by day and place, also where two channels share a message or two messages a schema. */
export function findSunsets(
  context: ModelContext,
  channels: readonly ChannelModel[],
): SunsetModel[] {
  const found = new Map<string, SunsetModel>();
  const add = (subject: string, deprecation: Deprecation | undefined, part: Part | undefined) => {
    const place = part && childOf(part, "sunset");
    if (deprecation?.sunset === undefined || place === undefined) return;
    const { sunset, use } = deprecation;
    const origin = originOf(context, place);
    found.set(`${sunset} ${origin.file}#${origin.pointer}`, {
      subject,
      sunset,
      ...(use !== undefined && { use }),
      origin,
    });
  };
  const addNamed = (subject: string, deprecation: Deprecation | undefined) =>
    add(subject, deprecation, deprecation && context.deprecations.get(deprecation));
  for (const channel of channels) {
    addNamed(`channel ${quote(channel.key)}`, channel.deprecated);
    for (const { key, deprecated } of channel.messages) {
      addNamed(`message ${quote(key)}`, deprecated);
    }
  }
  for (const [part, deprecation] of context.fieldDeprecations) {
    add(subjectOf(part), deprecation, part);
  }
  return [...found].sort(([one], [two]) => (one < two ? -1 : 1)).map(([, sunset]) => sunset);
}

function subjectOf({ pointer }: Part): string {
  const [, field] = /\/properties\/([^/]+)\/x-deprecated$/.exec(pointer) ?? [];
  if (field === undefined) return "schema";
  return `field ${quote(field.replaceAll("~1", "/").replaceAll("~0", "~"))}`;
}
