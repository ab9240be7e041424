// Names of the channels' constants, types and functions.
import { isClientEventName } from "@lockstep/runtime";
import type { Diagnostic } from "../diagnostic.ts";
import type { ChannelModel } from "../model/contract-model.ts";
import { camelName, kebabName, pascalName, safeName, takeName } from "./names.ts";
import type { ChannelPlan, EventPlan } from "./plan.ts";

/** A channel before its messages have types. */
export interface ChannelDraft extends Omit<ChannelPlan, "events" | "member"> {
  readonly events: readonly Omit<EventPlan, "message">[];
}

// files that stand beside those of the channels, and names that Windows keeps for devices
const takenFiles = [
  ...["index", "create-channel-authorizer", "create-publisher", "create-with-deprecated", "react"],
  ...["aux", "con", "nul", "prn"],
];

export function planChannels(
  channels: readonly ChannelModel[],
  diagnostics: Diagnostic[],
): readonly ChannelDraft[] {
  const files = new Set(takenFiles);
  const drafts: ChannelDraft[] = [];
  for (const model of [...channels].sort((one, two) => (one.key < two.key ? -1 : 1))) {
    const pascal = pascalName(model.key);
    const other = drafts.find((draft) => draft.pascal.toLowerCase() === pascal.toLowerCase());
    if (pascal === "" || other !== undefined) {
      const problem =
        pascal === ""
          ? "has no letter or digit to make a name from"
          : `would have the same names as channel "${other?.model.key}"`;
      diagnostics.push({
        severity: "error",
        code: pascal === "" ? "unusable-key" : "name-clash",
        message: `channel "${model.key}": ${problem}; choose another key`,
        ...model.origin,
      });
      continue;
    }
    const camel = camelName(model.key);
    drafts.push({
      model,
      pascal,
      builderName: safeName(camel),
      constName: `${camel}Channel`,
      file: takeName(files, kebabName(model.key), "-"),
      events: planEvents(model, diagnostics),
    });
  }
  return drafts;
}

function planEvents(
  channel: ChannelModel,
  diagnostics: Diagnostic[],
): readonly Omit<EventPlan, "message">[] {
  const properties = new Map<string, string>();
  const events: Omit<EventPlan, "message">[] = [];
  for (const model of channel.messages) {
    const property = camelName(model.key);
    const other = properties.get(property);
    if (other !== undefined) {
      diagnostics.push({
        severity: "error",
        code: "name-clash",
        message: `message "${model.key}": would have the same name as message "${other}" of channel "${channel.key}"; choose another key`,
        ...model.origin,
      });
    }
    properties.set(property, model.key);
    events.push({ property, model, fromClient: isClientEventName(model.name) });
  }
  return events.sort((one, two) => (one.property < two.property ? -1 : 1));
}
