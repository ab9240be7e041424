// What a user sends and reads is told by no event to that user, so that the tabs of one browser tell each other.
import { useCallback, useEffect, useRef } from "react";
import { refetchInbox } from "./use-inbox.ts";

/** Asks again whenever another tab of this user tells; answers what tells the others. */
export function useOtherTabs(userId: number): () => void {
  const channel = useRef<BroadcastChannel>(null);
  useEffect(() => {
    const opened = new BroadcastChannel(`lockstep-demo.inbox.${userId}`);
    opened.onmessage = () => refetchInbox(userId);
    channel.current = opened;
    return () => {
      opened.close();
      channel.current = null;
    };
  }, [userId]);
  return useCallback(() => channel.current?.postMessage(null), []);
}
