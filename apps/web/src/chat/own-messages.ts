// Own messages in the log: they show from their beginning, and end with the server's answer or with a way on.
import {
  type ChatLog,
  type ChatMessage,
  dropOutgoing,
  insertMessage,
  nameMessage,
  type OutgoingMessage,
  replaceOutgoing,
  type SendingFailure,
} from "./chat-log.ts";

/** Shows a message before the server has answered; one that is sent again starts anew, at the end. */
export function beginSending(log: ChatLog, message: OutgoingMessage): ChatLog {
  const others = dropOutgoing(log, message.key);
  return { ...others, outgoing: [...others.outgoing, message] };
}

/** The server has taken it, and says what it became. */
export function settleSending(log: ChatLog, key: string, message: ChatMessage): ChatLog {
  const own = log.outgoing.find((outgoing) => outgoing.key === key);
  const settled = dropOutgoing(log, key);
  // an equal message took this answer's event for its own: the two exchange what they recognized
  const outgoing = settled.outgoing.map((other) => {
    if (other.id !== message.id) return other;
    const { id: _, ...unrecognized } = other;
    return own?.id === undefined ? unrecognized : { ...unrecognized, id: own.id };
  });
  return insertMessage(nameMessage({ ...settled, outgoing }, message.id, key), message);
}

/** Somebody wants it sent now that waits to be sent again. */
export function resumeSending(log: ChatLog, key: string): ChatLog {
  const own = log.outgoing.find((outgoing) => outgoing.key === key);
  if (own === undefined) return log;
  const { failure: _, ...message } = own;
  return replaceOutgoing(log, message);
}

/** The server has refused it, or has not answered. */
export function failSending(log: ChatLog, key: string, failure: SendingFailure): ChatLog {
  const own = log.outgoing.find((outgoing) => outgoing.key === key);
  if (own === undefined) return log;
  if (failure.isWaiting) return replaceOutgoing(log, { ...own, failure });
  // what it took for its event may be of an equal message: the server has not said that it has this one
  const { id: _, ...unrecognized } = own;
  return replaceOutgoing(log, { ...unrecognized, failure });
}
