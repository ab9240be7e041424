// Deciding who may subscribe to the channels that are not public.

export { MemberInvalidError } from "../errors/member-invalid-error.ts";
export type { Policy, PresenceIdentity, PresencePolicy } from "./channel-policy.ts";
// for generated code
export { type ChannelGuard, guardChannel } from "./channel-policy.ts";
export type { ChannelAuthorization, ChannelSigner } from "./channel-signer.ts";
export type {
  AuthorizationDecision,
  AuthorizationRefusal,
  AuthorizationRequest,
  AuthorizerOptions,
  ChannelAuthorizer,
} from "./create-authorizer.ts";
export { createAuthorizer } from "./create-authorizer.ts";
