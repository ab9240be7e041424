// Messages between Noor and Liam for the tests, as the API answers them to Noor.
import type { CrmPerson, StoredCrmMessage } from "@lockstep-demo/api";

export const noor: CrmPerson = {
  id: 5,
  email: "noor@crm.example",
  first_name: "Noor",
  last_name: "Haddad",
};
export const liam: CrmPerson = {
  id: 6,
  email: "liam@crm.example",
  first_name: "Liam",
  last_name: "Keane",
};

/** From Noor to Liam, or from Liam to Noor where he is the sender. */
export function stored(changes: Partial<StoredCrmMessage> = {}): StoredCrmMessage {
  const { id = 1, sender = noor } = changes;
  return {
    id,
    sender,
    recipient_id: sender.id === noor.id ? liam.id : noor.id,
    conversation_id: 1,
    content: `message ${id}`,
    subject: "",
    created_at: `2026-11-21T12:00:${String(id).padStart(2, "0")}.000Z`,
    is_read: false,
    ...changes,
  };
}
