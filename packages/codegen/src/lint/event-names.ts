// An event's wire name is one that Pusher takes.
import { eventNameLimit, isEventName } from "@lockstep/runtime";
import { diagnose, nameOrigin, type Rule } from "./rule.ts";

/** @see https://pusher.com/docs/channels/using_channels/events/ */
export const eventNames: Rule = (model) =>
  model.channels.flatMap((channel) =>
    channel.messages
      .filter(({ name }) => !isEventName(name))
      .map((message) => diagnose(nameOrigin(model, message), judge(message.key, message.name))),
  );

function judge(key: string, name: string): { readonly code: string; readonly message: string } {
  if (name.startsWith("pusher")) {
    const problem = `names that begin with "pusher" are Pusher's own`;
    return {
      code: "event-name-reserved",
      message: `message "${key}": ${problem}; rename "${name}"`,
    };
  }
  const problem = name === "" ? "its name is empty" : `its name has ${name.length} characters`;
  return {
    code: "event-name-length",
    message: `message "${key}": ${problem}; write 1 to ${eventNameLimit}`,
  };
}
