// A deprecated event has one replacement.

import { isClientEventName } from "@lockstep/runtime";
import { findReplacements } from "../model/find-replacement.ts";
import { diagnose, type Rule } from "./rule.ts";

/** Where several events replace one, none of them can be published as the old one too. */
export const replacementAmbiguous: Rule = (model) =>
  model.channels.flatMap((channel) =>
    channel.messages.flatMap((message) => {
      if (isClientEventName(message.name)) return [];
      const found = findReplacements({ channel, message }, model.channels);
      if (found.length < 2) return [];
      const names = found.map((one) => `"${one.channel.key}"`).join(", ");
      const text = `message "${message.key}": the channels ${names} all have what replaces it on the channel "${channel.key}", so that none of them is published to its clients too; let the "use" of that channel name one`;
      return [
        diagnose(message.origin, {
          severity: "warning",
          code: "replacement-ambiguous",
          message: text,
        }),
      ];
    }),
  );
