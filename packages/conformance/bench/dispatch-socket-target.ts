// Both ways over real connections, in a process of its own; prints medians of events for a second of processor time.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createSubscriber, subscribeToHotelOffers } from "@lockstep-demo/subscribers";
import type PusherJs from "pusher-js";
import { channel, connectPage } from "./connect-page.ts";
import { burst } from "./frame-server.ts";
import { median } from "./table.ts";

const rounds = 9;
const events = 10_000;

const server = fork(fileURLToPath(new URL("frame-server.ts", import.meta.url)));
const [port] = (await once(server, "message")) as [number];

let left = 0;
let allHandled = () => {};
function handled({ title }: { readonly title: string }): void {
  if (title === "") throw new Error("an event without its title");
  if (--left === 0) allHandled();
}

const connect = (subscribe: (client: PusherJs) => void) => connectPage(subscribe, { wsPort: port });

const ways = {
  bind: await connect((client) => {
    client
      .subscribe(channel)
      .bind("offer-created", ({ offer }: { offer: { title: string } }) => handled(offer));
  }),
  subscriber: await connect((client) => {
    subscribeToHotelOffers(
      createSubscriber(client),
      { hotelSlug: "killarney" },
      { offerCreated: ({ offer }) => handled(offer) },
    );
  }),
};
const figures = { bind: [] as number[], subscriber: [] as number[] };
for (let round = 0; round <= rounds; round++) {
  const order = Object.keys(ways) as (keyof typeof ways)[];
  // each first in every other round
  for (const way of round % 2 === 0 ? order : order.reverse()) {
    const perSecond = await measure(ways[way]);
    if (round > 0) figures[way].push(perSecond);
  }
}
console.log(JSON.stringify({ bind: median(figures.bind), subscriber: median(figures.subscriber) }));
server.kill("SIGKILL");
process.exit();

async function measure(client: PusherJs): Promise<number> {
  left = events;
  const done = new Promise<void>((resolve) => {
    allHandled = resolve;
  });
  const before = process.cpuUsage();
  client.send_event(burst, { channel, count: events });
  await done;
  const { user, system } = process.cpuUsage(before);
  return events / ((user + system) / 1_000_000);
}
