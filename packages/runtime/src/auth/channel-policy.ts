// Who may subscribe to a channel that is not public.
import type { Channel } from "../channel.ts";
import type { Schema } from "../schema-interface.ts";

/** Answers whether this viewer may subscribe to the channel of these parameters. What it throws denies. */
export type Policy<Parameters, Viewer> = (
  parameters: Parameters,
  viewer: Viewer,
) => boolean | Promise<boolean>;

/** A viewer as a member of a presence channel. */
export interface PresenceIdentity<Member> {
  /** 1 to 128 characters; the same for all connections of one user. */
  readonly userId: string;
  /** What the other members see; 1 kB at most. */
  readonly member: Member;
}

/** Answers who this viewer is in the presence channel of these parameters, or `null` to deny. What it throws denies. */
export type PresencePolicy<Parameters, Viewer, Member> = (
  parameters: Parameters,
  viewer: Viewer,
) => PresenceIdentity<Member> | null | Promise<PresenceIdentity<Member> | null>;

/** A channel of the contract with the policy that guards it. */
export interface ChannelGuard<Viewer> {
  readonly channel: Channel<unknown, unknown> & { readonly member?: Schema<unknown> };
  readonly policy: Policy<unknown, Viewer> | PresencePolicy<unknown, Viewer, unknown>;
}

/** Puts a channel and its policy together: a presence policy where the channel is a presence channel. */
export function guardChannel<Parameters, Events, Member, Viewer>(
  channel: Channel<Parameters, Events> & { readonly member?: Schema<Member> },
  policy: Policy<Parameters, Viewer> | PresencePolicy<Parameters, Viewer, Member>,
): ChannelGuard<Viewer> {
  return { channel, policy } as unknown as ChannelGuard<Viewer>;
}
