// The reserved channel on which one user is sent messages.

const prefix = "#server-to-user-";

/** Tells whether the name is a user's channel: the one use of `#` in a name. */
export function isUserChannel(name: string): boolean {
  return name.startsWith(prefix) && name.length > prefix.length;
}

export function userChannelOf(userId: string): string {
  return prefix + userId;
}
