// The guest's page: the conversation with the reception, behind a sign-in with room and PIN.
import { ProblemsStatus } from "../realtime/problems-status.tsx";
import { RealtimeProvider } from "../realtime/realtime-provider.tsx";
import { useProblems } from "../realtime/use-problems.ts";
import { guestSession } from "../services.ts";
import { hotelName } from "../session/demo-people.ts";
import type { GuestSession } from "../session/guest-session.ts";
import { useGuestSessionState } from "../session/use-session.ts";
import { Page } from "../ui/page.tsx";
import { GUEST_AUTHOR, roomName, signOutGuest } from "./guest-chat-api.ts";
import { GuestConversation } from "./guest-conversation.tsx";
import { GuestSignIn } from "./guest-sign-in.tsx";

export function GuestPage() {
  const { session } = useGuestSessionState();
  if (session === null) return <GuestSignIn />;
  return (
    <RealtimeProvider identity={{ kind: "guest", token: session.token }}>
      <GuestChat session={session} />
    </RealtimeProvider>
  );
}

function GuestChat({ session }: { readonly session: GuestSession }) {
  const { problems, onError } = useProblems();
  return (
    <Page
      title={roomName(session.roomNumber)}
      eyebrow={hotelName(session.hotelSlug)}
      aside={
        <button className="button" type="button" onClick={() => leave(session.token)}>
          Leave the room
        </button>
      }
    >
      <GuestConversation
        access={{ side: "guest", ...session }}
        title="Reception"
        author={GUEST_AUTHOR}
        authorId={session.stayId}
        onError={onError}
      />
      <ProblemsStatus problems={problems} />
    </Page>
  );
}

function leave(token: string): void {
  guestSession.end();
  signOutGuest(token);
}
