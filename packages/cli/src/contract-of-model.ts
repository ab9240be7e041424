// A contract as the dev server wants it, from the model that codegen has of a document.
import { type ContractModel, judgeValues, type MessageModel } from "@lockstep/codegen";
import type { Contract, ContractChannel, ContractEvent } from "@lockstep/dev-server";

/** Answers the contract; payloads are judged as `generate` understands their schemas. */
export function contractOfModel(model: ContractModel): Contract {
  const judgeOf = judgeValues(model);
  const eventOf = (message: MessageModel): ContractEvent => ({
    key: message.key,
    name: message.name,
    ...described(message),
    ...(message.envelope && {
      envelope: {
        type: message.envelope.type,
        ...(message.envelope.extensions && {
          judgeExtensions: judgeOf(message.envelope.extensions),
        }),
      },
    }),
    examples: message.examples.map(({ payload }) => payload),
    judge: judgeOf(message.payload),
  });
  return {
    title: model.title,
    version: model.version,
    channels: model.channels.map(
      (channel): ContractChannel => ({
        key: channel.key,
        address: channel.address,
        ...described(channel),
        parameters: Object.fromEntries(
          channel.parameters.map(({ name, constraint }) => [name, constraint]),
        ),
        parameterExamples: Object.fromEntries(
          channel.parameters.flatMap(({ name, examples, default: usual }) => {
            const example = usual ?? examples?.[0];
            return example === undefined ? [] : [[name, example]];
          }),
        ),
        events: channel.messages.map(eventOf),
        ...(channel.member && { judgeMember: judgeOf(channel.member) }),
      }),
    ),
  };
}

function described({
  description,
  deprecated,
}: Pick<MessageModel, "description" | "deprecated">): Pick<
  ContractEvent,
  "description" | "deprecated"
> {
  return {
    ...(description !== undefined && { description }),
    ...(deprecated && { deprecated }),
  };
}
