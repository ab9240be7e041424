// How much one authorization request may ask for: both sides keep to it.

/** Channels of one request; as many of the longest names as fit in what an authorizer reads, with room to spare. */
export const channelsPerAuthorizationLimit = 50;
