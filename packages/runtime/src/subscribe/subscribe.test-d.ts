// Types of subscribing: what generated code relies on, and what must not compile.
import type PusherJs from "pusher-js";
import type { Channel, PresenceChannel, Schema } from "../index.ts";
import {
  type ClientEventSubscription,
  createSubscriber,
  type Handler,
  type PresenceSubscription,
  type SubscribeOptions,
  subscribe,
  subscribeToPresence,
  subscribeWithClientEvents,
} from "./index.ts";

interface Typing {
  readonly staff_id: number;
}
interface Message {
  readonly text: string;
}
interface Parameters {
  readonly id: number;
}
interface Events {
  readonly clientTyping: Typing;
  readonly messageCreated: Message;
}
interface Member {
  readonly name: string;
}
declare const typing: Schema<Typing>;
declare const message: Schema<Message>;
declare const member: Schema<Member>;
declare const options: SubscribeOptions | undefined;

const staff: Channel<Parameters, Events> = {
  key: "staff",
  address: "private-{id}",
  parameters: { id: { type: "integer" } },
  events: {
    clientTyping: { name: "client-typing", schema: typing },
    messageCreated: { name: "message_created", schema: message },
  },
};
const room: PresenceChannel<Parameters, Events, Member> = { ...staff, member };

interface StaffHandlers {
  readonly messageCreated?: Handler<Message>;
  readonly clientTyping?: Handler<Typing>;
}

// under nodenext the default import of pusher-js is typed as its namespace
declare const client: PusherJs.default;
const subscriber = createSubscriber(client);

export function subscribeToStaff(
  parameters: Parameters,
  handlers: StaffHandlers,
): ClientEventSubscription<{ readonly clientTyping: Typing }> {
  return subscribeWithClientEvents(subscriber, staff, { parameters, handlers, ...options });
}

export function subscribeToRoom(
  parameters: Parameters,
  handlers: StaffHandlers,
): PresenceSubscription<Member, { readonly clientTyping: Typing }> {
  return subscribeToPresence(subscriber, room, { parameters, handlers, ...options });
}

const subscription = subscribeToStaff({ id: 1 }, { messageCreated: ({ text }) => text });
subscription.trigger("clientTyping", { staff_id: 1 });
// @ts-expect-error the server publishes it
subscription.trigger("messageCreated", { text: "" });
// @ts-expect-error not its payload
subscription.trigger("clientTyping", { staff_id: "1" });

// @ts-expect-error no such event
subscribe(subscriber, staff, { parameters: { id: 1 }, handlers: { messageReceived() {} } });
// @ts-expect-error the parameter is an integer
subscribe(subscriber, staff, { parameters: { id: "1" }, handlers: {} });
const handler = (typed: Typing) => typed;
// @ts-expect-error the wrong payload
subscribe(subscriber, staff, { parameters: { id: 1 }, handlers: { messageCreated: handler } });
// @ts-expect-error not a client of pusher-js
createSubscriber({ subscribe() {} });
