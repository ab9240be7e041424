// Pusher's limits, as numbers. Those named `server…` are what a server takes; the others are what works everywhere.

/** Characters of a channel name by Pusher's documentation; a name within it is legal on every server. */
export const channelNameLimit = 164;

/** Characters of a channel name that the HTTP library and the servers take in fact. */
export const serverChannelNameLimit = 200;

/** Characters of an event name. */
export const eventNameLimit = 200;

/** UTF-8 bytes of one event's data: 10,240 pass, 10,241 do not. */
export const payloadLimitBytes = 10_240;

/** Channels of one trigger. */
export const channelsPerTriggerLimit = 100;

/** Events of one batch. */
export const eventsPerBatchLimit = 10;

/** Members of one presence channel. */
export const presenceMembersLimit = 100;

/** Characters of a presence member's `user_id`. */
export const presenceUserIdLimit = 128;

/** UTF-8 bytes of a presence member's `user_info`. */
export const presenceUserInfoLimitBytes = 1024;

/** Client events of one connection in one second. */
export const clientEventsPerSecondLimit = 10;
