// Reception and guest on one page, each with a session and a connection of its own.
import { useMutation } from "@tanstack/react-query";
import { answerOf, api } from "../api/api-client.ts";
import { sentenceOf } from "../api/api-error.ts";
import { ProblemsStatus } from "../realtime/problems-status.tsx";
import { RealtimeProvider } from "../realtime/realtime-provider.tsx";
import { useProblems } from "../realtime/use-problems.ts";
import { guestSession, session } from "../services.ts";
import { type DemoHotel, demoHotels, demoPassword, hotelName } from "../session/demo-people.ts";
import type { GuestSession } from "../session/guest-session.ts";
import { nameOf } from "../session/name-of.ts";
import type { Session } from "../session/session-store.ts";
import { useGuestSessionState, useSessionState } from "../session/use-session.ts";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { GUEST_AUTHOR, roomName, signInGuest } from "./guest-chat-api.ts";
import { GuestConversation, type GuestConversationProps } from "./guest-conversation.tsx";

export function SideBySidePage() {
  const { session: staff, hasExpired: hasStaffExpired } = useSessionState();
  const { session: guest, hasExpired: hasGuestExpired } = useGuestSessionState();
  const isPair = staff !== null && guest !== null && staff.user.hotel_slug === guest.hotelSlug;
  return (
    <Page
      title="Reception and guest, side by side"
      {...(isPair && { eyebrow: hotelName(guest.hotelSlug) })}
    >
      {isPair ? (
        <Both staff={staff} guest={guest} />
      ) : (
        <SignInBoth hasExpired={hasStaffExpired || hasGuestExpired} />
      )}
    </Page>
  );
}

interface BothProps {
  readonly staff: Session;
  readonly guest: GuestSession;
}

function Both({ staff, guest }: BothProps) {
  const room = roomName(guest.roomNumber);
  return (
    <>
      <p className="lead">
        Write on either side. Each has its own sign-in and its own connection, as if they were two
        computers.
      </p>
      <div className="side-by-side">
        <RealtimeProvider identity={{ kind: "staff", token: staff.token }}>
          <Side
            access={{ side: "staff", ...guest, token: staff.token }}
            title={`Reception · ${nameOf(staff.user)}`}
            author={nameOf(staff.user)}
            authorId={String(staff.user.id)}
          />
        </RealtimeProvider>
        <RealtimeProvider identity={{ kind: "guest", token: guest.token }}>
          <Side
            access={{ side: "guest", ...guest }}
            title={`${room} · Guest`}
            author={GUEST_AUTHOR}
            authorId={guest.stayId}
          />
        </RealtimeProvider>
      </div>
    </>
  );
}

/** With what went wrong on its own connection. */
function Side(props: Omit<GuestConversationProps, "back" | "onError">) {
  const { problems, onError } = useProblems();
  return (
    <div>
      <GuestConversation {...props} onError={onError} />
      <ProblemsStatus problems={problems} />
    </div>
  );
}

function SignInBoth({ hasExpired }: { readonly hasExpired: boolean }) {
  const signIn = useMutation({
    mutationFn: requestBoth,
    onSuccess: ({ staff, guest }) => {
      session.start(staff);
      guestSession.start(guest);
    },
  });
  return (
    <>
      <p className="lead">
        What the reception writes shows in the room within a moment, and the other way round. Choose
        a hotel: this page signs in at its reception and in one of its rooms, each on its own.
      </p>
      {hasExpired && !signIn.isError ? (
        <Notice kind="info">One of the sessions has ended. Please choose a hotel again.</Notice>
      ) : null}
      {signIn.isError ? <Notice kind="error">{sentenceOf(signIn.error)}</Notice> : null}
      <div className="toolbar">
        {demoHotels.map((hotel) => (
          <button
            key={hotel.slug}
            className="button is-primary"
            type="button"
            disabled={signIn.isPending}
            onClick={() => signIn.mutate(hotel)}
          >
            {hotel.name}
          </button>
        ))}
      </div>
    </>
  );
}

async function requestBoth({ slug, staff: [email = ""], guests: [room] }: DemoHotel) {
  if (room === undefined) throw new Error(`${slug}: the demo has no guest there`);
  const [staff, guest] = await Promise.all([
    answerOf(api.auth.login.$post({ json: { email, password: demoPassword } })),
    signInGuest({ hotelSlug: slug, ...room }),
  ]);
  return { staff, guest };
}
