// The parts that live as long as the page: the query cache, the lists in it, the sessions, the bus
// of the chats, the toasts, the open dialog.
import { QueryClient } from "@tanstack/react-query";
import { isRefusal } from "./api/api-error.ts";
import { askBeforeLeaving } from "./chat/ask-before-leaving.ts";
import { createChatEvents } from "./chat/chat-events.ts";
import { createChatStore } from "./chat/chat-store.ts";
import { createDraftStore } from "./chat/draft-store.ts";
import { createResending } from "./chat/resending.ts";
import { createInboxStore } from "./crm/inbox-store.ts";
import { createOfferStore } from "./offers/offer-store.ts";
import type { Realtime } from "./realtime/load-realtime.ts";
import { createGuestSessionStore } from "./session/guest-session.ts";
import { createSessionStore } from "./session/session-store.ts";
import { createToastStore } from "./ui/toast-store.ts";
import { createTopLayer } from "./ui/top-layer.ts";

export const session = createSessionStore(window.sessionStorage);
export const guestSession = createGuestSessionStore(window.sessionStorage);
export const drafts = createDraftStore(window.sessionStorage);
export const resending = createResending();
export const toasts = createToastStore();
export const topLayer = createTopLayer();

export const queryClient = new QueryClient({
  defaultOptions: {
    // a demo without any network still has its own API
    queries: { networkMode: "always", retry: isWorthAnotherTry, refetchOnWindowFocus: false },
    mutations: { networkMode: "always" },
  },
});

export const offerStore = createOfferStore(queryClient);
export const chatEvents = createChatEvents();
export const chatStore = createChatStore(queryClient, chatEvents);
export const inboxStore = createInboxStore(queryClient);

// whoever comes next sees nothing of what the last one was shown
session.subscribe(() => {
  forget("staff");
  const { session: current, hasExpired } = session.get();
  if (!hasExpired) drafts.forgetOthers("staff", current ? String(current.user.id) : undefined);
  resending.wake();
});
guestSession.subscribe(() => {
  forget("guest");
  const { session: current, hasExpired } = guestSession.get();
  if (!hasExpired) drafts.forgetOthers("guest", current?.stayId);
  resending.wake();
});

// what waits finds out for itself whether the time has come, and whether it is still wanted
window.addEventListener("online", () => resending.wake());
chatEvents.subscribe((event) => {
  if (event.type === "message" && event.message.isOwn) resending.wake();
});
askBeforeLeaving(queryClient, window);

queryClient.getQueryCache().subscribe(({ type, query }) => {
  if (type !== "removed" || query.queryKey[0] !== "realtime") return;
  const realtime: Realtime | undefined = query.state.data;
  if (realtime?.isOn) realtime.close();
});

/** Takes out everything whose key ends with the audience that it is for. */
function forget(audience: "staff" | "guest"): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey.at(-1) === audience });
}

function isWorthAnotherTry(failures: number, error: Error): boolean {
  return !isRefusal(error) && failures < 2;
}
