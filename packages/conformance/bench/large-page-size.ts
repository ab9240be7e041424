// What a page pays, gzipped, for hearing one of 1,000 events.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzippedSize } from "./page-size.ts";
import { placeSynthetic } from "./place-synthetic.ts";
import type { Table } from "./table.ts";

const events = 1000;
const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** Built in a folder of this package, so that the bundler finds what generated code imports. */
export async function benchLargePageSize(): Promise<Table> {
  const folder = mkdtempSync(join(dist, "page-"));
  try {
    await placeSynthetic(folder, events);
    const subscribers = JSON.stringify(join(folder, "generated/subscribers/index.ts"));
    const [alone, page] = await Promise.all([
      gzippedSize(`
        import Pusher from "pusher-js";
        new Pusher("key", { cluster: "eu" }).subscribe("private-topic7-1").bind("x", console.log);`),
      gzippedSize(`
        import Pusher from "pusher-js";
        import { createSubscriber, subscribeToTopic7 } from ${subscribers};
        const subscriber = createSubscriber(new Pusher("key", { cluster: "eu" }));
        subscribeToTopic7(subscriber, { recordId: "1" }, { changed70: console.log });`),
    ]);
    return {
      title: `a page that subscribes to one of ${events} events, bytes gzipped`,
      columns: ["events", "pusher-js alone", "page", "beyond pusher-js"],
      rows: [[events, alone, page, page - alone].map(String)],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
