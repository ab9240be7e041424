// Client events stand only where clients may send them.
import { channelTraitsOf, isClientEventName } from "@lockstep/runtime";
import { diagnose, nameOrigin, type Rule } from "./rule.ts";

/** @see https://pusher.com/docs/channels/using_channels/events/#triggering-client-events */
export const clientEvents: Rule = (model) =>
  model.channels
    .filter(({ kind }) => !channelTraitsOf(kind).clientEvents)
    .flatMap((channel) =>
      channel.messages
        .filter(({ name }) => isClientEventName(name))
        .map((message) => {
          const text = `message "${message.key}": "${message.name}" is a client event, and clients may send none on the ${channel.kind} channel "${channel.key}"; rename it, or begin the address with "private-" or "presence-"`;
          return diagnose(nameOrigin(model, message), {
            code: "client-event-misplaced",
            message: text,
          });
        }),
    );
