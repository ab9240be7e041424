// No two events of a channel share a wire name.
import { diagnose, nameOrigin, type Rule } from "./rule.ts";

/** A subscriber could not tell which of the two came. */
export const eventNameDuplicate: Rule = (model) =>
  model.channels.flatMap((channel) =>
    channel.messages.flatMap((message, index) => {
      const first = channel.messages.findIndex(({ name }) => name === message.name);
      const other = channel.messages[first];
      if (first === index || other === undefined) return [];
      const text = `message "${message.key}": "${message.name}" is also the name of "${other.key}" on the channel "${channel.key}"; rename one`;
      return [
        diagnose(nameOrigin(model, message), { code: "event-name-duplicate", message: text }),
      ];
    }),
  );
