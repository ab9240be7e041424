// Sends own messages from a component; they go on when it is gone.
import { useMutation } from "@tanstack/react-query";
import { drafts, guestSession, resending, session } from "../services.ts";
import type { ListKey } from "../store/list-store.ts";
import {
  createSending,
  type Sending,
  type SendingOptions,
  type SendingParts,
  sendingMutation,
} from "./sending.ts";

const parts: SendingParts = {
  drafts,
  resending,
  standingOf: ({ audience, token }) =>
    (audience === "staff" ? session : guestSession).standingOf(token),
};

export function useSending<Key extends ListKey>(options: SendingOptions<Key>): Sending {
  const { mutate } = useMutation(sendingMutation(options, parts));
  return createSending(options, parts, mutate);
}
