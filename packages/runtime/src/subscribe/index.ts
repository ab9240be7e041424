// Subscribing to channels of the contract through a client of pusher-js.

export type { DeprecationNotice, OnDeprecated } from "../deprecation.ts";
export { ChannelParameterError } from "../errors/channel-parameter-error.ts";
export { ClientEventError } from "../errors/client-event-error.ts";
export { LockstepError, type LockstepErrorCode } from "../errors/lockstep-error.ts";
export { MemberInvalidError } from "../errors/member-invalid-error.ts";
export { PayloadInvalidError } from "../errors/payload-invalid-error.ts";
export { PayloadTooLargeError } from "../errors/payload-too-large-error.ts";
export { SubscribeError, type SubscribeErrorCode } from "../errors/subscribe-error.ts";
export {
  type Authorization,
  type AuthorizationHandler,
  type AuthorizeInBatchesOptions,
  authorizeInBatches,
} from "./authorize-in-batches.ts";
export { createSubscriber, type Subscriber, type SubscriberOptions } from "./create-subscriber.ts";
export type {
  PusherCallback,
  PusherClient,
  PusherClientChannel,
  PusherClientConnection,
  PusherGlobalCallback,
} from "./pusher-client.ts";
// for generated code
export { type SubscribeRequest, subscribe } from "./subscribe.ts";
export { type PresenceSubscribeRequest, subscribeToPresence } from "./subscribe-to-presence.ts";
export { subscribeWithClientEvents } from "./subscribe-with-client-events.ts";
export type {
  ClientEventSubscription,
  ErrorContext,
  Handler,
  Handlers,
  OnError,
  PresenceSubscribeOptions,
  PresenceSubscription,
  ReceivedEvent,
  SubscribeOptions,
  SubscribeStage,
  Subscription,
  SubscriptionState,
  Trigger,
} from "./subscription.ts";
