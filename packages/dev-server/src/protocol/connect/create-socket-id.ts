// Ids of connections.

/**
 * Answers an id that no open connection has.
 *
 * @see Pusher Channels protocol 7, *Connection events*: `pusher` takes two runs of digits with a dot between
 */
export function createSocketId(
  isTaken: (socketId: string) => boolean,
  random: () => number = Math.random,
): string {
  const part = () => Math.floor(random() * 1_000_000_000);
  let socketId: string;
  do socketId = `${part()}.${part()}`;
  while (isTaken(socketId));
  return socketId;
}
