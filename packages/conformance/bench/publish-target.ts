// Publishes in a process of its own, as an application does: with the built packages. Prints its rounds as JSON.
import { Agent } from "node:http";
import { createPublisher, hotelOffers } from "@lockstep-demo/publishers";
import Pusher from "pusher";
import { offerCreated } from "./example-offer.ts";

/** What both ways are asked to do: how many events at once, over new connections or over those that stay open. */
export interface PublishSettings {
  readonly port: number;
  readonly atOnce: number;
  readonly keepAlive: boolean;
}

/** One round of one way. */
export interface Round {
  readonly perSecond: number;
  /** Of this process, for each event. */
  readonly cpuMicroseconds: number;
}

export type PublishRounds = Readonly<Record<"trigger" | "publish", readonly Round[]>>;

const rounds = 15;
const events = 1000;

const settings = JSON.parse(process.argv[2] ?? "") as PublishSettings;
const pusher = new Pusher({
  appId: "1",
  key: "app-key",
  secret: "app-secret",
  host: "127.0.0.1",
  port: String(settings.port),
  useTLS: false,
  ...(settings.keepAlive && { agent: new Agent({ keepAlive: true }) }),
});
const publisher = createPublisher(pusher, { source: "/bench" });
const ways = {
  trigger: () => pusher.trigger("hotel-killarney", "offer-created", offerCreated),
  publish: () =>
    publisher.publish(hotelOffers({ hotelSlug: "killarney" }).offerCreated(offerCreated)),
};

const figures: Record<keyof typeof ways, Round[]> = { trigger: [], publish: [] };
for (let round = 0; round <= rounds; round++) {
  // each in turn, and each first in every other round, so that whatever else the machine does meets both
  const order = Object.keys(ways) as (keyof typeof ways)[];
  for (const way of round % 2 === 0 ? order : order.reverse()) {
    const measured = await measure(ways[way]);
    if (round > 0) figures[way].push(measured);
  }
}
console.log(JSON.stringify(figures satisfies PublishRounds));
process.exit();

async function measure(send: () => Promise<unknown>): Promise<Round> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await sendAll(send);
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - startedAt) / 1000;
  return { perSecond: events / seconds, cpuMicroseconds: (user + system) / events };
}

async function sendAll(send: () => Promise<unknown>): Promise<void> {
  let left = events;
  const run = async () => {
    while (left-- > 0) await send();
  };
  await Promise.all(Array.from({ length: settings.atOnce }, run));
}
