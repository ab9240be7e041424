// Whether somebody can see the page.
import { useSyncExternalStore } from "react";

export function useIsVisible(): boolean {
  return useSyncExternalStore(watch, () => document.visibilityState === "visible");
}

function watch(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}
