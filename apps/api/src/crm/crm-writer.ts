// Changes of messages between users: each one, and the events that tell of it, in one transaction.
import { privateUser } from "@lockstep-demo/publishers";
import type { Viewer } from "../auth/sessions.ts";
import { createCommit } from "../db/create-commit.ts";
import type { AppDependencies } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import type { IdempotentRequest } from "../idempotency/idempotent-request.ts";
import {
  findPerson,
  insertMessage,
  lockReceivedMessage,
  markRead,
  mayWriteTo,
  openConversation,
} from "./crm-store.ts";
import type { NewCrmMessage } from "./new-crm-message.ts";
import {
  type StoredCrmMessage,
  toCrmMessage,
  toLastMessage,
  toStoredCrmMessage,
} from "./to-crm-message.ts";

export interface CrmWriter {
  /** Throws an `HttpError` with 400 for a recipient to whom the sender may not write, or who does not exist. */
  send(from: Sender, message: NewCrmMessage): Promise<StoredCrmMessage>;
  /** Tells the sender, at the first time. Throws an `HttpError` with 404 for a message that the reader did not get. */
  read(reader: Viewer, id: number): Promise<StoredCrmMessage>;
}

export interface Sender {
  readonly sender: Viewer;
  readonly request: IdempotentRequest | undefined;
}

export function createCrmWriter(deps: AppDependencies): CrmWriter {
  const { now } = deps;
  const commit = createCommit(deps);
  return {
    send({ sender, request }, { recipient_id: recipientId, content, subject = "" }) {
      return commit(async (tx, append) => {
        if (recipientId === sender.id) throw invalidRecipient("must be somebody else");
        // the same for who is not there, so that nobody can ask who is
        if (!(await mayWriteTo(tx, sender, recipientId))) throw invalidRecipient("is not a user");
        const conversationId = await openConversation(tx, [sender.id, recipientId]);
        const message = await insertMessage(tx, {
          conversationId,
          senderId: sender.id,
          recipientId,
          subject,
          content,
          createdAt: now(),
        });
        const events = privateUser({ userId: recipientId });
        await append([
          events.newMessage(toCrmMessage({ message, sender })),
          events.conversationUpdated({
            conversation_id: conversationId,
            last_message: toLastMessage(message),
          }),
        ]);
        return toStoredCrmMessage({ message, sender });
      }, request);
    },

    read(reader, id) {
      return commit(async (tx, append) => {
        const message = await lockReceivedMessage(tx, reader.id, id);
        const sender = message && (await findPerson(tx, message.senderId));
        if (message === undefined || sender === undefined) {
          throw new HttpError(404, "There is no such message");
        }
        if (!message.isRead) {
          await markRead(tx, id);
          const payload = { message_id: id, read_by: reader.id };
          await append(privateUser({ userId: sender.id }).messageRead(payload));
        }
        return toStoredCrmMessage({ message: { ...message, isRead: true }, sender });
      });
    },
  };
}

function invalidRecipient(problem: string): HttpError {
  return new HttpError(400, `Invalid input: recipient_id ${problem}`, { recipient_id: problem });
}
