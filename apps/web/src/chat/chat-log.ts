// What a page holds of a conversation: the server's messages, each once, and own ones on their way there.

/** The one value behind every list of messages; it lives in the query cache and only pure functions change it. */
export interface ChatLog {
  /** By id, the oldest first. Messages are never deleted, so nothing that was known is ever taken out. */
  readonly messages: readonly ChatMessage[];
  /** How far messages came, by id; it may be known before the message. */
  readonly receipts: Readonly<Record<number, Receipt>>;
  /** Own messages that the server has not answered yet, or has refused, in the order in which they were written. */
  readonly outgoing: readonly OutgoingMessage[];
  /** Keys of messages that this page sent, by id: what showed the draft goes on to show the message. */
  readonly keys: Readonly<Record<number, string>>;
}

export interface ChatMessage {
  readonly id: number;
  readonly text: string;
  /** Name of who wrote it. */
  readonly author: string;
  /** Whether it comes from the side of the conversation that looks at it. */
  readonly isOwn: boolean;
  readonly sentAt: string;
  readonly subject?: string;
}

/** `delivered` is as far as the room of a guest, who may be away; `read` is by the person. */
export type Receipt = "delivered" | "read";

export interface OutgoingMessage {
  /** Unique everywhere; the same for each attempt to send it. */
  readonly key: string;
  readonly text: string;
  readonly author: string;
  readonly startedAt: string;
  readonly subject?: string;
  /** The id, once what seems to be the event of this message came before the answer. */
  readonly id?: number;
  readonly failure?: SendingFailure;
}

export interface SendingFailure {
  /** What went wrong, as a sentence. */
  readonly sentence: string;
  /** Whether it is sent again by itself. */
  readonly isWaiting?: boolean;
}

/** What the server tells of a conversation. */
export interface ChatSnapshot {
  readonly messages: readonly ChatMessage[];
  readonly receipts: Readonly<Record<number, Receipt>>;
}

export const emptyLog: ChatLog = { messages: [], receipts: {}, outgoing: [], keys: {} };

/** A fresh answer of the server beside what is known: an answer holds the newest messages only, and may be late. */
export function withMessages(snapshot: ChatSnapshot, known: ChatLog = emptyLog): ChatLog {
  const log = snapshot.messages.reduce(putMessage, known);
  return Object.entries(snapshot.receipts).reduce(
    (noted, [id, receipt]) => noteReceipt(noted, Number(id), receipt),
    log,
  );
}

/** Puts a message in its place. A second copy of it, from whatever channel, changes nothing. */
export function putMessage(log: ChatLog, message: ChatMessage): ChatLog {
  const changed = insertMessage(log, message);
  return changed === log ? log : recognizeOutgoing(changed, message);
}

/** As `putMessage`, where the message is known to be none of the outgoing ones. */
export function insertMessage(log: ChatLog, message: ChatMessage): ChatLog {
  if (log.messages.some(({ id }) => id === message.id)) return log;
  const later = log.messages.findIndex(({ id }) => id > message.id);
  const place = later === -1 ? log.messages.length : later;
  return { ...log, messages: log.messages.toSpliced(place, 0, message) };
}

/** What was read stays read. */
export function noteReceipt(log: ChatLog, id: number, receipt: Receipt): ChatLog {
  const known = log.receipts[id];
  if (known === receipt || known === "read") return log;
  return { ...log, receipts: { ...log.receipts, [id]: receipt } };
}

// the event of an own message may come before its answer, which alone carries the id for certain: a guest's other phone
// may have written the same, so that a message which waits goes on waiting
function recognizeOutgoing(log: ChatLog, message: ChatMessage): ChatLog {
  const twin = message.isOwn
    ? log.outgoing.find(
        ({ id, failure, text, author }) =>
          id === undefined &&
          (failure === undefined || failure.isWaiting) &&
          text === message.text &&
          author === message.author,
      )
    : undefined;
  return twin ? replaceOutgoing(log, { ...twin, id: message.id }) : log;
}

export function dropOutgoing(log: ChatLog, key: string): ChatLog {
  return { ...log, outgoing: log.outgoing.filter((own) => own.key !== key) };
}

export function replaceOutgoing(log: ChatLog, changed: OutgoingMessage): ChatLog {
  return {
    ...log,
    outgoing: log.outgoing.map((own) => (own.key === changed.key ? changed : own)),
  };
}

/** Lets a message be shown in the place of the draft that it was. */
export function nameMessage(log: ChatLog, id: number, key: string): ChatLog {
  return { ...log, keys: { ...log.keys, [id]: key } };
}
