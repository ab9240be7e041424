// Types of authorization: what generated code relies on, and what must not compile.
import type Pusher from "pusher";
import type { Channel, PresenceChannel, Schema } from "../index.ts";
import {
  type AuthorizerOptions,
  type ChannelAuthorizer,
  type ChannelSigner,
  createAuthorizer,
  guardChannel,
  type Policy,
  type PresencePolicy,
} from "./index.ts";

interface UserParameters {
  readonly userId: number;
}
interface Member {
  readonly name: string;
}
declare const member: Schema<Member>;
interface NoEvents {
  readonly [key: string]: never;
}
const privateUser: Channel<UserParameters, NoEvents> = {
  key: "privateUser",
  address: "private-user-{userId}",
  parameters: { userId: { type: "integer" } },
  events: {},
};
const room: PresenceChannel<UserParameters, NoEvents, Member> = {
  ...privateUser,
  address: "presence-{userId}",
  member,
};

export interface ChannelPolicies<Viewer> {
  readonly privateUser: Policy<UserParameters, Viewer>;
  readonly room: PresencePolicy<UserParameters, Viewer, Member>;
}

export function createChannelAuthorizer<Viewer>(
  policies: ChannelPolicies<Viewer>,
  signer: ChannelSigner,
  options?: AuthorizerOptions<Viewer>,
): ChannelAuthorizer<Viewer> {
  return createAuthorizer(
    signer,
    [guardChannel(privateUser, policies.privateUser), guardChannel(room, policies.room)],
    options,
  );
}

declare const pusher: Pusher;
interface Viewer {
  readonly id: number;
}
const policies: ChannelPolicies<Viewer> = {
  privateUser: ({ userId }, viewer) => viewer.id === userId,
  room: async (_, viewer) => ({ userId: String(viewer.id), member: { name: "Aoife" } }),
};
export const authorizer: ChannelAuthorizer<Viewer> = createChannelAuthorizer(policies, pusher);

// @ts-expect-error every channel that is not public needs a policy
createChannelAuthorizer<Viewer>({ privateUser: policies.privateUser }, pusher);
// @ts-expect-error not this channel's parameters
guardChannel(privateUser, ({ roomNumber }: { readonly roomNumber: number }) => roomNumber > 0);
