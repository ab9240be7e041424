// Sends a message until the server has answered. It bears a key by which the server knows one that it has taken already.
import { isConflict, isRefusal, isUnanswered, sentenceOf } from "../api/api-error.ts";
import type { OutgoingMessage } from "./chat-log.ts";
import type { FailedAttempt } from "./own-messages.ts";
import type { Outcome, Waiting } from "./resending.ts";

export interface SendPatientlyOptions<Sent> {
  readonly post: (message: OutgoingMessage) => Promise<Sent>;
  readonly wait: (message: Pick<Waiting, "key" | "attempts">) => Promise<Outcome>;
  /** Whether the message is still to be sent: its event may have come in place of the answer. */
  readonly isWanted: () => boolean;
  /** Called before each waiting, with what to say of it. */
  readonly onWait: (failure: FailedAttempt) => void;
  /** Called when somebody asked for the next attempt. */
  readonly onAsked: () => void;
}

/** The message is not to be sent any more; `isExpired` where that is because its session has ended. */
export class SendingEnded extends Error {
  override readonly name = "SendingEnded";
  readonly isExpired: boolean;

  constructor(isExpired: boolean) {
    super("the message is not to be sent any more");
    this.isExpired = isExpired;
  }
}

/**
 * @throws {ApiError} when the server refuses the message
 * @throws {SendingEnded} when nobody wants it sent any more
 */
export async function sendPatiently<Sent>(
  message: OutgoingMessage,
  { post, wait, isWanted, onWait, onAsked }: SendPatientlyOptions<Sent>,
): Promise<Sent> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await post(message);
    } catch (error) {
      // an attempt before this one may be on its way still
      if (isRefusal(error) && !isConflict(error)) throw error;
      onWait({ sentence: describeWaiting(error), isUncertain: true, isWaiting: true });
    }
    const outcome = await wait({ key: message.key, attempts });
    if (outcome === "discarded" || outcome === "expired")
      throw new SendingEnded(outcome === "expired");
    if (!isWanted()) throw new SendingEnded(false);
    if (outcome === "asked") onAsked();
  }
}

function describeWaiting(error: unknown): string {
  const problem = isUnanswered(error) ? "The server cannot be reached." : sentenceOf(error);
  return `${problem} The message is sent by itself once that works.`;
}
