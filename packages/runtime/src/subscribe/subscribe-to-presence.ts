// Subscribing to a presence channel: its events, and who is there.
import type { PresenceChannel } from "../channel.ts";
import { MemberInvalidError } from "../errors/member-invalid-error.ts";
import { readTolerantly } from "../schema/read-tolerantly.ts";
import type { Schema } from "../schema-interface.ts";
import type { Subscriber } from "./create-subscriber.ts";
import type { PusherClientChannel } from "./pusher-client.ts";
import { report } from "./report.ts";
import { openSubscription, type SubscribeRequest } from "./subscribe.ts";
import type { OnError, PresenceSubscribeOptions, PresenceSubscription } from "./subscription.ts";
import { createTrigger } from "./trigger-client-event.ts";

export type PresenceSubscribeRequest<Parameters, Events, Member> = SubscribeRequest<
  Parameters,
  Events
> &
  PresenceSubscribeOptions<Member>;

/**
 * Subscribes as `subscribe` does, and answers a subscription that also knows the channel's members. A member whose
 * `user_info` does not match the contract is left out, and reported at the stage `validate`.
 *
 * @throws {ChannelParameterError} when the parameters give no legal channel name; all else goes to `onError`
 */
export function subscribeToPresence<Parameters, Events, Member>(
  subscriber: Subscriber,
  channel: PresenceChannel<Parameters, Events, Member>,
  request: PresenceSubscribeRequest<Parameters, Events, Member>,
): PresenceSubscription<Member, Events> {
  let roll: Roll<Member> = { members: new Map(), myId: undefined };
  const onError = request.onError ?? subscriber.options.onError;
  const { subscription, membership } = openSubscription(subscriber, channel, {
    ...request,
    handlers: request.handlers,
    onMembers: (current) => {
      roll = callRoll(current, channel.member, onError);
      request.onMembersChange?.(roll.members);
    },
  });
  return {
    channel: subscription.channel,
    get state() {
      return subscription.state;
    },
    get members() {
      return roll.members;
    },
    get myId() {
      return roll.myId;
    },
    trigger: createTrigger(channel, subscription, membership),
    unsubscribe: () => subscription.unsubscribe(),
  };
}

interface Roll<Member> {
  readonly members: ReadonlyMap<string, Member>;
  readonly myId: string | undefined;
}

// pusher-js keeps one object of members for a channel, and changes it
function callRoll<Member>(
  channel: PusherClientChannel | undefined,
  schema: Schema<Member>,
  onError: OnError | undefined,
): Roll<Member> {
  const { name = "", members } = (channel ?? {}) as Partial<PresenceClientChannel>;
  const valid = new Map<string, Member>();
  for (const [userId, info] of Object.entries(members?.members ?? {})) {
    const result = readTolerantly(schema, info);
    if (result.success) valid.set(userId, result.data);
    else {
      const { issues } = result.error;
      const error = new MemberInvalidError({ channel: name, userId, issues });
      report([onError], error, { stage: "validate", channel: name });
    }
  }
  return { members: valid, myId: members?.myID == null ? undefined : String(members.myID) };
}

interface PresenceClientChannel extends PusherClientChannel {
  readonly name?: string;
  readonly members?: {
    readonly members: Readonly<Record<string, unknown>>;
    readonly myID: unknown;
  };
}
