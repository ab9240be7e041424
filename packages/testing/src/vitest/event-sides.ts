// The publisher's and the subscriber's side of one event: generated code, or the plain client.
import { randomUUID } from "node:crypto";
import { type ChannelModel, generatedNames, type MessageModel } from "@lockstep/codegen/contract";
import type { ChannelEvent } from "@lockstep/runtime";
import type {
  createSubscriber as CreateSubscriber,
  Handler,
  PusherClient,
  SubscribeOptions,
  Subscription,
} from "@lockstep/runtime/subscribe";
import type { ChannelParameters, NamedChannel } from "./channel-parameters.ts";

export interface GeneratedModules {
  /** Everything that the generated publishers export: `import * as publishers from …`. */
  readonly publishers?: object | undefined;
  /** Everything that the generated subscribers export. */
  readonly subscribers?: object | undefined;
}

/** Builds an event; a generated builder throws for an invalid payload. */
export type Build = (payload: unknown, extensions: object) => ChannelEvent;

type Builders = Readonly<Record<string, Build>>;

/** The builder of generated publishers. @throws {Error} when they have none, so that they are of another contract */
export function generatedBuild(publishers: object, { channel, message, named }: EventPlace): Build {
  const { builders, propertyOf } = generatedNames(channel);
  const buildersOf = pick<(parameters: ChannelParameters) => Builders>(
    publishers,
    builders,
    "publishers",
  );
  return pick<Build>(
    buildersOf(named.parameters),
    propertyOf(message),
    `builders of ${channel.key}`,
  );
}

/** Builds what a backend without Lockstep would send: nothing is judged. */
export function plainBuild({ message, named }: EventPlace): Build {
  const { envelope } = message;
  return (payload, extensions) => ({
    id: randomUUID(),
    channel: named.name,
    name: message.name,
    data: JSON.stringify(payload),
    ...(envelope && {
      envelope: {
        ...extensions,
        specversion: "1.0",
        type: envelope.type,
        time: new Date().toISOString(),
      },
    }),
  });
}

/** A channel and one of its messages, under the name that the test uses. */
export interface EventPlace {
  readonly channel: ChannelModel;
  readonly message: MessageModel;
  readonly named: NamedChannel;
}

/** A subscription of generated subscribers; with client events or members, it has more. */
export type GeneratedSubscription = Subscription & {
  trigger?(event: string, payload: unknown): void;
  readonly members?: ReadonlyMap<string, unknown>;
};

export interface GeneratedRequest extends SubscribeOptions {
  readonly handlers: Readonly<Record<string, Handler<unknown>>>;
  readonly onMembersChange?: (members: ReadonlyMap<string, unknown>) => void;
}

/** Subscribes by generated subscribers. @throws {Error} when they do not have the channel */
export function subscribeGenerated(
  subscribers: object,
  client: PusherClient,
  {
    channel,
    named,
    request,
  }: { channel: ChannelModel; named: NamedChannel; request: GeneratedRequest },
): GeneratedSubscription {
  const createSubscriber = pick<typeof CreateSubscriber>(
    subscribers,
    "createSubscriber",
    "subscribers",
  );
  const subscribe = pick<
    (...all: readonly [unknown, ChannelParameters, object, object]) => GeneratedSubscription
  >(subscribers, generatedNames(channel).subscribe, "subscribers");
  const subscriber = createSubscriber(client, {
    onDeprecated: () => undefined,
    subscribeTimeoutMs: 3000,
  });
  const { handlers, ...options } = request;
  return subscribe(subscriber, named.parameters, handlers, options);
}

function pick<Value>(module: object, name: string, what: string): Value {
  const value = (module as Readonly<Record<string, unknown>>)[name];
  if (typeof value === "function") return value as Value;
  throw new Error(`the ${what} have no "${name}"; generate them from this contract`);
}
