// Measures both ways in a process of its own, since zod decides once whether it may compile; prints medians of events
// for a second of processor time, which whatever else the machine does leaves alone, as JSON.
import { createSubscriber, subscribeToHotelOffers } from "@lockstep-demo/subscribers";
import PusherJs from "pusher-js";
import * as z from "zod/mini";
import { channel, connectPage } from "./connect-page.ts";
import { offerCreated } from "./example-offer.ts";
import { median } from "./table.ts";

const rounds = 15;
const events = 20_000;

if (process.argv[2] === "no-eval") z.config({ jitless: true });

const sockets: InProcessSocket[] = [];

/** A socket whose other end is this program. */
class InProcessSocket {
  readonly readyState = 1;
  onopen?: () => void;
  onmessage?: (message: { readonly data: string }) => void;
  onclose?: (event: { readonly code: number }) => void;
  onerror?: () => void;

  constructor() {
    sockets.push(this);
    queueMicrotask(() => {
      this.onopen?.();
      const data = JSON.stringify({ socket_id: "1.1", activity_timeout: 120 });
      this.hear({ event: "pusher:connection_established", data });
    });
  }

  send(text: string): void {
    if (JSON.parse(text).event !== "pusher:subscribe") return;
    queueMicrotask(() =>
      this.hear({ event: "pusher_internal:subscription_succeeded", channel, data: "{}" }),
    );
  }

  close(): void {
    this.onclose?.({ code: 1000 });
  }

  hear(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

let handled = 0;
let changed: { readonly title: string } | undefined;

const bind = await connect((client) => {
  client.subscribe(channel).bind("offer-created", (payload: typeof offerCreated) => {
    changed = payload.offer;
    handled++;
  });
});
const subscriber = await connect((client) => {
  subscribeToHotelOffers(
    createSubscriber(client),
    { hotelSlug: "killarney" },
    {
      offerCreated: ({ offer }) => {
        changed = offer;
        handled++;
      },
    },
  );
});

const frame = JSON.stringify({
  event: "offer-created",
  channel,
  data: JSON.stringify(offerCreated),
});
const figures = { bind: [] as number[], subscriber: [] as number[] };
for (let round = 0; round <= rounds; round++) {
  const ways = Object.entries({ bind, subscriber });
  // each first in every other round
  for (const [way, socket] of round % 2 === 0 ? ways : ways.reverse()) {
    handled = 0;
    const before = process.cpuUsage();
    for (let event = 0; event < events; event++) socket.onmessage?.({ data: frame });
    const { user, system } = process.cpuUsage(before);
    const perSecond = events / ((user + system) / 1_000_000);
    if (handled !== events || changed?.title !== offerCreated.offer.title) {
      throw new Error(`${way}: ${handled} of ${events} events were handled`);
    }
    if (round > 0) figures[way as keyof typeof figures].push(perSecond);
  }
}
console.log(JSON.stringify({ bind: median(figures.bind), subscriber: median(figures.subscriber) }));
process.exit();

/** Resolves with the socket of a client that is subscribed. */
async function connect(subscribe: (client: PusherJs) => void): Promise<InProcessSocket> {
  PusherJs.Runtime.getWebSocketAPI = () => InProcessSocket as never;
  await connectPage(subscribe);
  const socket = sockets.at(-1);
  if (socket === undefined) throw new Error("the client opened no socket");
  return socket;
}
