// Who is on a presence channel.
import { deliverToAll } from "../deliver.ts";
import { frames } from "../frames.ts";
import type { Channel, HubState, Member, Session } from "../hub-state.ts";
import { subscriptions } from "../refusals.ts";

/** Somebody who is about to join. */
export interface Newcomer {
  readonly userId: string;
  readonly userInfo: unknown;
}

/**
 * Reads who joins: from the `channel_data` that the application signed, else from the connection's sign-in.
 *
 * @throws {ProtocolError} when neither says who, a limit is passed, or the channel is full
 * @see Pusher, *Presence channels*
 */
export function readMember(
  hub: HubState,
  session: Session,
  { frame, channel }: { frame: { channelData: string | undefined }; channel: Channel },
): Newcomer {
  const newcomer =
    frame.channelData === undefined
      ? fromSignIn(session, channel)
      : fromChannelData(frame.channelData, channel);
  judgeMember(hub, channel, newcomer);
  return newcomer;
}

/** Answers the confirmation's data: every distinct user, the newcomer included. */
export function presenceData(channel: Channel): object {
  const members = [...channel.members.values()];
  return {
    presence: {
      count: members.length,
      ids: members.map(({ userId }) => userId),
      // an entry for every id, and by definition rather than assignment: `__proto__` is a legal user id
      hash: Object.fromEntries(members.map(({ userId, userInfo }) => [userId, userInfo])),
    },
  };
}

/** Counts a connection of a user in; the others hear of it if it is the user's first. */
export function addMember(
  hub: HubState,
  session: Session,
  { channel, newcomer }: { channel: Channel; newcomer: Newcomer },
): Member {
  const known = channel.members.get(newcomer.userId);
  if (known) {
    known.connections++;
    return known;
  }
  const member = { ...newcomer, connections: 1 };
  const { userId, userInfo } = member;
  channel.members.set(userId, member);
  const frame = frames.memberAdded(channel.name, userId, userInfo);
  deliverToAll(hub, channel, { frame, except: session });
  hub.observe({ type: "member-added", channel: channel.name, userId, userInfo });
  return member;
}

/** Counts a connection of a user out; the others hear of it if it was the user's last. */
export function removeMember(hub: HubState, channel: Channel, member: Member): void {
  member.connections--;
  if (member.connections > 0) return;
  const { userId } = member;
  channel.members.delete(userId);
  const frame = frames.memberRemoved(channel.name, userId);
  deliverToAll(hub, channel, { frame, except: undefined });
  hub.observe({ type: "member-removed", channel: channel.name, userId });
}

function fromSignIn({ user }: Session, channel: Channel): Newcomer {
  if (!user) {
    throw subscriptions.channelData(channel.name, "it is missing, and nobody is signed in");
  }
  return { userId: user.id, userInfo: user.info };
}

function fromChannelData(text: string, channel: Channel): Newcomer {
  const data = parseObject(text);
  if (!data) throw subscriptions.channelData(channel.name, "it must be a JSON object");
  const id = data.user_id;
  if (typeof id !== "number" && (typeof id !== "string" || id === "")) {
    throw subscriptions.channelData(channel.name, "user_id must be a string that is not empty");
  }
  return { userId: String(id), userInfo: data.user_info ?? null };
}

function judgeMember(hub: HubState, channel: Channel, { userId, userInfo }: Newcomer): void {
  const { presenceMembers, presenceUserIdLength, presenceUserInfoBytes } = hub.limits;
  const fail = (problem: string): never => {
    throw subscriptions.channelData(channel.name, problem);
  };
  if (userId.length > presenceUserIdLength) {
    fail(`user_id is longer than ${presenceUserIdLength} characters`);
  }
  if (Buffer.byteLength(JSON.stringify(userInfo)) > presenceUserInfoBytes) {
    fail(`user_info is larger than ${presenceUserInfoBytes} bytes`);
  }
  if (!channel.members.has(userId) && channel.members.size >= presenceMembers) {
    throw subscriptions.presenceFull(channel.name, presenceMembers);
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
