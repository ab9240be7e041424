// Makes own changes: shown at once, then asked of the server, and taken back with a sentence when it refuses.
import { useMutation } from "@tanstack/react-query";
import { sentenceOf } from "../api/api-error.ts";
import { offerStore, toasts } from "../services.ts";
import type { ToastAction } from "../ui/toast-store.ts";
import type { OwnChange } from "./offer-list.ts";
import type { ChangeOfList, OffersKey } from "./offer-store.ts";
import { beginChange, dropChange } from "./own-changes.ts";

export interface OwnAction {
  readonly change: OwnChange;
  /** Asks the server, and answers what its answer makes of the list. */
  readonly request: () => Promise<ChangeOfList>;
  /** First sentence of the message when the server refuses. */
  readonly failure: string;
  /** What the person can do then. */
  readonly remedy?: (error: Error) => ToastAction;
  /** Runs at the end, however it ended. */
  readonly onEnd?: () => void;
}

export function useOwnActions(key: OffersKey): (action: OwnAction) => void {
  const { mutate } = useMutation({
    mutationFn: ({ request }: OwnAction) => request(),
    onMutate: ({ change }) => offerStore.change(key, (list) => beginChange(list, change)),
    onSuccess: (settle) => offerStore.change(key, settle),
    onError: (error, { change, failure, remedy }) => {
      offerStore.change(key, (list) => dropChange(list, change.key));
      const text = `${failure} ${sentenceOf(error)}`;
      toasts.show({ kind: "error", text, ...(remedy && { action: remedy(error) }) });
    },
    onSettled: (_settle, _error, { onEnd }) => onEnd?.(),
  });
  return mutate;
}
