// What has to be done once events arrive by themselves.
import type { SubscriptionState } from "@lockstep/runtime/subscribe";
import { useEffect, useRef } from "react";

/** Runs when the subscription stands for the first time: what happened before, since the first answer, came to nobody. */
export function useOnceSubscribed(state: SubscriptionState, run: () => unknown): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (state !== "subscribed" || isDone.current) return;
    isDone.current = true;
    run();
  });
}
