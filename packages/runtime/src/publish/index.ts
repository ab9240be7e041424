// Building events of the contract, and sending them.

export type { ChannelEvent, EventAttributes } from "../channel-event.ts";
export type { DeprecationNotice, OnDeprecated } from "../deprecation.ts";
export { ChannelParameterError } from "../errors/channel-parameter-error.ts";
export { DeprecatedTwinError } from "../errors/deprecated-twin-error.ts";
export { LockstepError, type LockstepErrorCode } from "../errors/lockstep-error.ts";
export { PayloadInvalidError } from "../errors/payload-invalid-error.ts";
export { PayloadTooLargeError } from "../errors/payload-too-large-error.ts";
export { PublishError } from "../errors/publish-error.ts";
// for generated code and tools
export { type BuilderTarget, builderTargetOf } from "./builder-target.ts";
export { createEventBuilders, type EventBuilders } from "./create-event-builders.ts";
export {
  createPublisher,
  isPublishError,
  type Publisher,
  type PublisherOptions,
  type PublishOptions,
} from "./create-publisher.ts";
export {
  createWithDeprecated,
  type WithDeprecated,
  type WithDeprecatedOptions,
} from "./create-with-deprecated.ts";
export {
  type DeprecatedTwin,
  deprecatedTwin,
  type EventPlace,
  type MappedEvent,
  type TwinDefinition,
} from "./deprecated-twin.ts";
export type { PusherBatchEvent, PusherServer } from "./pusher-server.ts";
export { type WireDataOptions, wireData } from "./wire-data.ts";
