// Sends a message until the server has answered. It bears a key by which the server knows one that it has taken already.
import { isConflict, isRefusal, isUnanswered, sentenceOf } from "../api/api-error.ts";
import type { Standing } from "../session/session-store.ts";
import type { OutgoingMessage, SendingFailure } from "./chat-log.ts";
import type { Outcome, Waiting } from "./resending.ts";

/** One attempt to send a message. */
export interface Attempt extends OutgoingMessage {
  /** Says that the attempt has taken too long. */
  readonly signal: AbortSignal;
}

/** Why a message is not to be sent any more: by its author's wish, or because the session is over it was written in. */
export type SendingEnd = "discarded" | Exclude<Standing, "current">;

export interface SendPatientlyOptions<Sent> {
  readonly post: (attempt: Attempt) => Promise<Sent>;
  readonly wait: (message: Waiting) => Promise<Outcome>;
  /** Asked before each attempt and each waiting. */
  readonly findEnd: () => SendingEnd | undefined;
  /** Whether an event seems to be this message's: the server can be reached, and says by the key whether that is so. */
  readonly isRecognized: () => boolean;
  /** Called before each waiting, with what to say of it. */
  readonly onWait: (failure: SendingFailure) => void;
  /** Called when somebody asked for the next attempt. */
  readonly onAsked: () => void;
}

/** The message is not to be sent any more. */
export class SendingEnded extends Error {
  override readonly name = "SendingEnded";
  readonly reason: SendingEnd;

  constructor(reason: SendingEnd) {
    super(`the message is not to be sent any more: ${reason}`);
    this.reason = reason;
  }
}

// where the connection comes back, an attempt may still succeed that began before; to break it off would only make the
// next one wait for the server to be done with it
const ATTEMPT_MS = 15_000;

/**
 * @throws {ApiError} when the server refuses the message
 * @throws {SendingEnded} when nobody wants it sent any more
 */
export async function sendPatiently<Sent>(
  message: OutgoingMessage,
  { post, wait, findEnd, isRecognized, onWait, onAsked }: SendPatientlyOptions<Sent>,
): Promise<Sent> {
  let wasRecognized = false;
  for (let attempts = 1; ; attempts++) {
    endWhere(findEnd());
    try {
      return await attempt(message, post);
    } catch (error) {
      // an attempt before this one may be on its way still
      if (isRefusal(error) && !isConflict(error)) throw error;
      endWhere(findEnd());
      if (isRecognized() && !wasRecognized) {
        wasRecognized = true;
        continue;
      }
      onWait({ sentence: describeWaiting(error), isWaiting: true });
    }
    if ((await wait({ key: message.key, attempts })) === "asked") onAsked();
  }
}

function endWhere(reason: SendingEnd | undefined): void {
  if (reason !== undefined) throw new SendingEnded(reason);
}

async function attempt<Sent>(
  message: OutgoingMessage,
  post: SendPatientlyOptions<Sent>["post"],
): Promise<Sent> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), ATTEMPT_MS);
  try {
    return await post({ ...message, signal: limit.signal });
  } finally {
    clearTimeout(timer);
  }
}

function describeWaiting(error: unknown): string {
  const problem = isUnanswered(error) ? "The server cannot be reached." : sentenceOf(error);
  return `${problem} The message is sent by itself once that works.`;
}
