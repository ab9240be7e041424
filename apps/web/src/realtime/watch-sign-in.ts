// Whether the realtime server was told whose connection it is: only then can it close it when that session ends elsewhere.
import type { Fault } from "./problems.ts";

export interface SignIn {
  /** Why the connection belongs to nobody; absent while that is not known to be so. */
  get(): Fault | undefined;
  subscribe(listener: () => void): () => void;
}

/** What this needs of pusher-js, which tells of a refusal nobody but who binds this event. */
export interface SigningPusher {
  readonly connection: { bind(event: "connected", listener: () => void): unknown };
  readonly user: {
    bind(event: "pusher:signin_error", listener: (refusal: { error: string }) => void): unknown;
  };
}

/** Watches for as long as the client lives, which signs in anew with each connection. */
export function watchSignIn({ connection, user }: SigningPusher): SignIn {
  const listeners = new Set<() => void>();
  let fault: Fault | undefined;
  const change = (next: Fault | undefined) => {
    fault = next;
    for (const listener of listeners) listener();
  };
  connection.bind("connected", () => change(undefined));
  user.bind("pusher:signin_error", ({ error }) => change(describe(error)));
  return {
    get: () => fault,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function describe(error: string): Fault {
  const reason = error.replace(/\.$/, "");
  const message = `the connection is not signed in (${reason}): it may outlive a session that ends elsewhere; reload the page`;
  return { stage: "sign-in", channel: undefined, event: undefined, message };
}
