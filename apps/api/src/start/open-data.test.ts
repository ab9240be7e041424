// What a start finds of the process before it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appendToOutbox, createRelay } from "@lockstep/outbox";
import { hotelOffers } from "@lockstep-demo/publishers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createClosers } from "./create-closers.ts";
import { openData } from "./open-data.ts";

// a first start fills the folder, which takes long where many other tests run
const PATIENCE_MS = 120_000;

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "lockstep-data-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

test(
  "an event that the last process was sending when it ended is sent at once",
  async () => {
    const event = hotelOffers({ hotelSlug: "killarney" }).offerDeleted({
      offer_id: 1,
      offer_title: "Spa weekend",
      action: "deleted",
    });
    const last = createClosers();
    const before = await openData({ dataDir, databaseUrl: undefined }, last);
    await before.db.transaction((tx) => appendToOutbox(tx, event));
    await new Promise<void>((claimed) => {
      const publish = () => {
        claimed();
        return new Promise(() => {});
      };
      createRelay({ db: before.db, publisher: { publish } }).notify();
    });
    await last.closeAll();

    const next = createClosers();
    const { db } = await openData({ dataDir, databaseUrl: undefined }, next);
    const sent: string[] = [];
    const publish = async (events: readonly { readonly id: string }[]) => {
      sent.push(...events.map(({ id }) => id));
    };
    await createRelay({ db, publisher: { publish } }).drain();
    expect(sent).toEqual([event.id]);
    await next.closeAll();
  },
  PATIENCE_MS,
);
