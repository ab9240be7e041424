// Marks received messages as read while somebody looks at them.
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { isRefusal } from "../api/api-error.ts";
import { inboxStore } from "../services.ts";
import type { Session } from "../session/session-store.ts";
import { noteRead } from "./inbox.ts";
import { markRead } from "./inbox-api.ts";
import { messagesKey } from "./inbox-store.ts";
import { useIsVisible } from "./use-is-visible.ts";

export interface ReadingOptions {
  readonly personId: number;
  /** Ids of the messages that are shown and not read yet. */
  readonly unread: readonly number[];
  /** Called after the server knows of one. */
  readonly onRead: () => void;
}

export function useReading(session: Session, { personId, unread, onRead }: ReadingOptions): void {
  const isVisible = useIsVisible();
  const asked = useRef(new Set<number>());
  const { mutate } = useMutation({
    mutationFn: (id: number) => markRead(session, id),
    retry: (failures, error) => !isRefusal(error) && failures < 3,
    onSuccess: (_, id) => {
      inboxStore.change(messagesKey(session.user.id), (inbox) => noteRead(inbox, personId, id));
      onRead();
    },
    // it stays unread, and is asked for again with the next message or the next look
    onError: (_, id) => asked.current.delete(id),
  });
  const ids = unread.join();
  useEffect(() => {
    if (!isVisible || ids === "") return;
    for (const id of ids.split(",").map(Number)) {
      if (asked.current.has(id)) continue;
      asked.current.add(id);
      mutate(id);
    }
  }, [ids, isVisible, mutate]);
}
