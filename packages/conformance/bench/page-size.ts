// What a page pays, gzipped, for hearing one event: pusher-js alone against pusher-js with the typed subscriber.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import type { Table } from "./table.ts";

const pages = {
  "pusher-js alone": `
    import Pusher from "pusher-js";
    new Pusher("key", { cluster: "eu" }).subscribe("hotel-killarney").bind("offer-created", console.log);`,
  "with the typed subscriber": `
    import Pusher from "pusher-js";
    import { createSubscriber, subscribeToHotelOffers } from "@lockstep-demo/subscribers";
    const subscriber = createSubscriber(new Pusher("key", { cluster: "eu" }));
    subscribeToHotelOffers(subscriber, { hotelSlug: "killarney" }, { offerCreated: console.log });`,
};

export async function benchPageSize(): Promise<Table> {
  const sizes = await Promise.all(Object.values(pages).map(gzippedSize));
  const [alone = 0] = sizes;
  return {
    title: "a page that subscribes to one event, bytes gzipped",
    columns: ["page", "bytes", "beyond pusher-js"],
    rows: Object.keys(pages).map((name, i) => {
      const size = sizes[i] ?? 0;
      return [name, String(size), String(size - alone)];
    }),
  };
}

/** What a page of this source weighs when it is built for production, in bytes gzipped. */
export async function gzippedSize(source: string): Promise<number> {
  const id = "virtual:page";
  const result = (await build({
    root: fileURLToPath(new URL("..", import.meta.url)),
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["@lockstep/source", "module", "browser", "production"] },
    plugins: [
      {
        name: "page",
        resolveId: (wanted) => (wanted === id ? `\0${id}` : null),
        load: (loaded) => (loaded === `\0${id}` ? source : null),
      },
    ],
    build: { write: false, rolldownOptions: { input: id } },
  })) as Rolldown.RolldownOutput;
  const code = result.output
    .flatMap((chunk) => (chunk.type === "chunk" ? [chunk.code] : []))
    .join("\n");
  return gzipSync(code, { level: 9 }).length;
}
