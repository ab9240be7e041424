// The typed publisher beside `trigger` of the official client that it stands on, on loopback.
import { createPublisher, hotelOffers } from "@lockstep-demo/publishers";
import Pusher from "pusher";
import { startTarget } from "./dev-server-processes.ts";
import { offerCreated } from "./example-offer.ts";
import { median, type Table } from "./table.ts";

const rounds = 9;
const events = 1500;
const connections = 8;

/** Events a second, built, judged and sent one by one to a server that takes them, eight at once. */
export async function benchPublish(): Promise<Table> {
  const target = await startTarget("bare");
  try {
    const pusher = new Pusher({
      appId: "1",
      key: "app-key",
      secret: "app-secret",
      host: "127.0.0.1",
      port: String(target.port),
      useTLS: false,
    });
    const publisher = createPublisher(pusher, { source: "/bench" });
    const figures = await inTurn({
      "pusher.trigger": () => pusher.trigger("hotel-killarney", "offer-created", offerCreated),
      "publisher.publish": () =>
        publisher.publish(hotelOffers({ hotelSlug: "killarney" }).offerCreated(offerCreated)),
    });
    return table(figures);
  } finally {
    target.stop();
  }
}

type Send = () => Promise<unknown>;

/** Each in turn, so that whatever else the machine does meets both; the first round only warms them up. */
async function inTurn(ways: Readonly<Record<string, Send>>): Promise<Map<string, number[]>> {
  const figures = new Map<string, number[]>(Object.keys(ways).map((way) => [way, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [way, send] of Object.entries(ways)) {
      const startedAt = performance.now();
      await sendAll(send);
      const perSecond = events / ((performance.now() - startedAt) / 1000);
      if (round > 0) figures.get(way)?.push(perSecond);
    }
  }
  return figures;
}

async function sendAll(send: Send): Promise<void> {
  let left = events;
  const run = async () => {
    while (left-- > 0) await send();
  };
  await Promise.all(Array.from({ length: connections }, run));
}

function table(figures: ReadonlyMap<string, readonly number[]>): Table {
  const raw = median(figures.get("pusher.trigger") ?? []);
  return {
    title: "publishing an event on loopback, a second",
    columns: ["way", "median", "of pusher.trigger"],
    rows: [...figures].map(([way, all]) => {
      const perSecond = median(all);
      return [way, perSecond.toFixed(0), `${(perSecond / raw).toFixed(2)} ×`];
    }),
  };
}
