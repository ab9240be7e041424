// The parts that live as long as the page: the query cache, the offers in it, the session, the toasts, the open dialog.
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError, isRefusal } from "./api/api-error.ts";
import { createOfferStore } from "./offers/offer-store.ts";
import { createSessionStore } from "./session/session-store.ts";
import { createToastStore } from "./ui/toast-store.ts";
import { createTopLayer } from "./ui/top-layer.ts";

export const session = createSessionStore(window.sessionStorage);
export const toasts = createToastStore();
export const topLayer = createTopLayer();

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeExpiry }),
  mutationCache: new MutationCache({ onError: noticeExpiry }),
  defaultOptions: {
    // a demo without any network still has its own API
    queries: { networkMode: "always", retry: isWorthAnotherTry, refetchOnWindowFocus: false },
    mutations: { networkMode: "always" },
  },
});

export const offerStore = createOfferStore(queryClient);

// whoever comes next sees nothing of what the last one was shown
session.subscribe(() =>
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey.at(-1) === "staff" }),
);

function noticeExpiry(error: Error): void {
  const token = session.get().session?.token;
  if (token !== undefined && error instanceof ApiError && error.status === 401)
    session.expire(token);
}

function isWorthAnotherTry(failures: number, error: Error): boolean {
  return !isRefusal(error) && failures < 2;
}
