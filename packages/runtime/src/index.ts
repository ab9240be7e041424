// Names, addresses, limits, shared types and errors: everything that needs no dependency.

export type {
  Channel,
  Deprecation,
  EnvelopeDefinition,
  EventDefinition,
  IntegerParameter,
  Parameter,
  PresenceChannel,
  StringParameter,
} from "./channel.ts";
export type { ChannelEvent, EventAttributes } from "./channel-event.ts";
export {
  ChannelParameterError,
  type ChannelParameterErrorContext,
} from "./errors/channel-parameter-error.ts";
export { ClientEventError } from "./errors/client-event-error.ts";
export {
  DeprecatedTwinError,
  type DeprecatedTwinErrorContext,
} from "./errors/deprecated-twin-error.ts";
export { LockstepError, type LockstepErrorCode } from "./errors/lockstep-error.ts";
export {
  MemberInvalidError,
  type MemberInvalidErrorContext,
} from "./errors/member-invalid-error.ts";
export {
  PayloadInvalidError,
  type PayloadInvalidErrorContext,
} from "./errors/payload-invalid-error.ts";
export {
  PayloadTooLargeError,
  type PayloadTooLargeErrorContext,
} from "./errors/payload-too-large-error.ts";
export { PublishError, type PublishErrorContext } from "./errors/publish-error.ts";
export {
  SubscribeError,
  type SubscribeErrorCode,
  type SubscribeErrorContext,
} from "./errors/subscribe-error.ts";
// for tools: the grammar of names
export {
  type ChannelKind,
  type ChannelTraits,
  channelKindOf,
  channelTraitsOf,
} from "./names/channel-kind.ts";
export { formatChannelName } from "./names/format-channel-name.ts";
export {
  channelNameLimit,
  channelsPerTriggerLimit,
  clientEventsPerSecondLimit,
  eventNameLimit,
  eventsPerBatchLimit,
  payloadLimitBytes,
  presenceMembersLimit,
  presenceUserIdLimit,
  presenceUserInfoLimitBytes,
  serverChannelNameLimit,
} from "./names/limits.ts";
export {
  channelNameCharacters,
  hasChannelNameCharacters,
  isChannelName,
  isClientEventName,
  isEventName,
} from "./names/name-rules.ts";
export { nearestName } from "./names/nearest-name.ts";
export { type AddressSegment, parseAddress } from "./names/parse-address.ts";
export { type ChannelAddress, parseChannelName } from "./names/parse-channel-name.ts";
// for tools: what tests reach
export { type Observation, type Observer, observe } from "./observe.ts";
// for tools: numbers as the schemas judge them
export { isMultipleOf } from "./schema/numbers.ts";
export type {
  Assert,
  Equal,
  Infer,
  Schema,
  SchemaIssue,
  SchemaResult,
} from "./schema-interface.ts";
