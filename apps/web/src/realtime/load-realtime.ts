// The page's one connection to the realtime server, where there is one.
import { createSubscriber, type Subscriber } from "@lockstep-demo/subscribers";
import Pusher from "pusher-js";
import { answerOf, api } from "../api/api-client.ts";
import { pusherOptions } from "./pusher-options.ts";
import { type Link, watchLink } from "./watch-link.ts";

export type Realtime =
  | { readonly isOn: false }
  | { readonly isOn: true; readonly subscriber: Subscriber; readonly link: Link };

/** Connects if the API says so. */
export async function loadRealtime(): Promise<Realtime> {
  const config = await answerOf(api.realtime.config.$get());
  if (!config.enabled) return { isOn: false };
  const pusher = new Pusher(config.key, pusherOptions(config));
  return { isOn: true, subscriber: createSubscriber(pusher), link: watchLink(pusher.connection) };
}
