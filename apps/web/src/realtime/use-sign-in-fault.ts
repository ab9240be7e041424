// Why the connection belongs to nobody, as a component sees it.
import { useSyncExternalStore } from "react";
import type { Fault } from "./problems.ts";
import { useRealtime } from "./realtime-provider.tsx";
import { watchNothing } from "./watch-link.ts";

export function useSignInFault(): Fault | undefined {
  const realtime = useRealtime();
  const signIn = realtime?.isOn ? realtime.signIn : undefined;
  return useSyncExternalStore(signIn?.subscribe ?? watchNothing, () => signIn?.get());
}
