// The contract for the embedded realtime server's console, from the generated channels.
import type { Contract, ContractChannel, JudgeValue } from "@lockstep/dev-server";
import type { Channel, PresenceChannel, Schema } from "@lockstep/runtime";
import { readStrictly } from "@lockstep/runtime/schema";

type Parameters = Readonly<Record<string, string | number>>;
type Events = Readonly<Record<string, unknown>>;
type AnyChannel = Channel<Parameters, Events> &
  Partial<Pick<PresenceChannel<Parameters, Events, unknown>, "member">>;

/** Takes every channel among the exports of a generated events package; examples are not in it. */
export function contractOfChannels(title: string, exports: object): Contract {
  const channels = Object.values(exports).filter(isChannel).map(describeChannel);
  return { title, version: "", channels };
}

function isChannel(value: unknown): value is AnyChannel {
  return typeof value === "object" && value !== null && "address" in value && "events" in value;
}

function describeChannel({ member, ...channel }: AnyChannel): ContractChannel {
  return {
    ...channel,
    parameterExamples: {},
    events: Object.entries(channel.events).map(([key, definition]) => {
      const { name, schema, deprecated, envelope } = definition;
      const judgeExtensions = envelope?.extensions && judgeBy(envelope.extensions);
      return {
        key,
        name,
        examples: [],
        judge: judgeBy(schema),
        ...(deprecated && { deprecated }),
        ...(envelope && {
          envelope: { type: envelope.type, ...(judgeExtensions && { judgeExtensions }) },
        }),
      };
    }),
    ...(member && { judgeMember: judgeBy(member) }),
  };
}

function judgeBy(schema: Schema<unknown> | Schema<object>): JudgeValue {
  return (value) => {
    const result = readStrictly<unknown>(schema as Schema<unknown>, value);
    if (result.success) return [];
    return result.error.issues.map(({ message, path }) => ({
      pointer: path
        .map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`)
        .join(""),
      problem: message,
    }));
  };
}
