// A connection to the realtime server, where there is one.
import { createSubscriber, type Subscriber } from "@lockstep-demo/subscribers";
import Pusher from "pusher-js";
import { answerOf, api } from "../api/api-client.ts";
import { authenticateConnection, authorizeChannels } from "./authorize-channel.ts";
import type { Identity } from "./identity.ts";
import { pusherOptions } from "./pusher-options.ts";
import { type Link, watchLink } from "./watch-link.ts";
import { type SignIn, watchSignIn } from "./watch-sign-in.ts";

export type Realtime =
  | { readonly isOn: false }
  | {
      readonly isOn: true;
      readonly subscriber: Subscriber;
      readonly link: Link;
      readonly signIn: SignIn;
      readonly close: () => void;
    };

/**
 * Connects if the API says so.
 *
 * @param identity whose channels may be subscribed to; without it, public ones only
 * @param signal makes no connection when nobody wants it any more
 */
export async function loadRealtime(
  identity: Identity | null,
  signal: AbortSignal,
): Promise<Realtime> {
  const config = await answerOf(api.realtime.config.$get());
  signal.throwIfAborted();
  if (!config.enabled) return { isOn: false };
  const pusher = new Pusher(config.key, {
    ...pusherOptions(config),
    ...(identity && authorization(identity)),
  });
  const signIn = watchSignIn(pusher);
  if (identity) pusher.signin();
  return {
    isOn: true,
    subscriber: createSubscriber(pusher),
    link: watchLink(pusher.connection),
    signIn,
    close: () => pusher.disconnect(),
  };
}

function authorization({ token }: Identity) {
  // pusher-js wants the first two, and uses neither
  const unused = { endpoint: "", transport: "ajax" } as const;
  return {
    channelAuthorization: { ...unused, customHandler: authorizeChannels(token) },
    userAuthentication: { ...unused, customHandler: authenticateConnection(token) },
  };
}
