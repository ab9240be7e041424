// A new message: to whom, about what, and the words.
import type { CrmPerson } from "@lockstep-demo/api";
import { type FormEvent, useState } from "react";
import { nameOf } from "../session/name-of.ts";
import type { Session } from "../session/session-store.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { useWriting } from "./use-writing.ts";

export interface NewMessageDialogProps {
  readonly session: Session;
  readonly people: readonly CrmPerson[];
  /** Chosen already. */
  readonly recipientId: number | undefined;
  readonly onClose: () => void;
  /** Called with the recipient when the message is on its way. */
  readonly onSend: (recipientId: number) => void;
  /** Called after the server has taken the message. */
  readonly onSent: () => void;
}

const LONGEST = { subject: 200, content: 2_000 };

export function NewMessageDialog(props: NewMessageDialogProps) {
  const { session, people, onClose, onSend, onSent } = props;
  const [recipientId, setRecipientId] = useState(props.recipientId ?? people[0]?.id ?? 0);
  const [fault, setFault] = useState<string>();
  const writing = useWriting(session, { recipientId, onSent });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = String(form.get("content")).trim();
    if (text === "") {
      setFault("Write a message first.");
      event.currentTarget.querySelector("textarea")?.focus();
      return;
    }
    const subject = String(form.get("subject")).trim();
    writing.send(text, subject === "" ? undefined : subject);
    onSend(recipientId);
  }

  return (
    <Dialog title="New message" onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <div className="dialog-body stack">
          <Field label="To">
            {(field) => (
              <select
                {...field}
                name="recipient"
                value={recipientId}
                onChange={({ target }) => setRecipientId(Number(target.value))}
              >
                {people.map((person) => (
                  <option key={person.id} value={person.id}>
                    {`${nameOf(person)} (${person.email})`}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label="Subject" hint="May be left empty.">
            {(field) => <input {...field} name="subject" maxLength={LONGEST.subject} />}
          </Field>
          <Field label="Message" fault={fault}>
            {(field) => (
              <textarea
                {...field}
                name="content"
                rows={5}
                maxLength={LONGEST.content}
                onInput={() => setFault(undefined)}
              />
            )}
          </Field>
        </div>
        <div className="form-actions">
          <button className="button" type="button" onClick={onClose}>
            Cancel
          </button>
          <button className="button is-primary" type="submit">
            Send
          </button>
        </div>
      </form>
    </Dialog>
  );
}
