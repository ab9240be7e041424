// Messages that are on their way live as long as the page: while there are some, the browser asks before it goes.
import type { QueryClient } from "@tanstack/react-query";
import { sendingMutationKey } from "./sending.ts";

export function askBeforeLeaving(
  client: QueryClient,
  page: Pick<EventTarget, "addEventListener" | "removeEventListener">,
): void {
  const ask = (event: Event) => event.preventDefault();
  client.getMutationCache().subscribe(() => {
    // only then: a page that listens all the time cannot be kept for the way back
    if (client.isMutating({ mutationKey: sendingMutationKey }) > 0)
      page.addEventListener("beforeunload", ask);
    else page.removeEventListener("beforeunload", ask);
  });
}
