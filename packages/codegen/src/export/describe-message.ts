// What a reader of an exported schema has to know beside it: where the event travels, and by which name.
import type { ChannelModel, MessageModel, ParameterModel } from "../model/contract-model.ts";

/** Value of `x-lockstep` beside a payload's schema. */
export interface MessageNote {
  /** Wire event name. */
  readonly name: string;
  readonly channels: readonly ChannelNote[];
  /** What wraps the payload on the wire; without it the payload is all of it. */
  readonly envelope?: {
    readonly format: "cloudevents-1.0-structured";
    readonly type: string;
    /** Where the schema of the whole is. */
    readonly wire: string;
  };
  readonly deprecated?: object;
}

interface ChannelNote {
  readonly key: string;
  readonly address: string;
  readonly kind: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly deprecated?: object;
}

export function describeMessage(
  message: MessageModel,
  { channels, wire }: { readonly channels: readonly ChannelModel[]; readonly wire: string },
): MessageNote {
  return {
    name: message.name,
    channels: channels.map(describeChannel),
    ...(message.envelope && {
      envelope: { format: "cloudevents-1.0-structured", type: message.envelope.type, wire },
    }),
    ...(message.deprecated && { deprecated: message.deprecated }),
  };
}

function describeChannel({
  key,
  address,
  kind,
  parameters,
  deprecated,
}: ChannelModel): ChannelNote {
  const entries = parameters.map(({ name, constraint }: ParameterModel) => [name, constraint]);
  return {
    key,
    address,
    kind,
    parameters: Object.fromEntries(entries),
    ...(deprecated && { deprecated }),
  };
}
