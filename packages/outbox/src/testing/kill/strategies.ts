// How a change and its event come together: the outbox, and the two wrong orders that lose events.
import { randomUUID } from "node:crypto";
import type { ChannelEvent } from "@lockstep/runtime";
import { sql } from "drizzle-orm";
import { appendToOutbox } from "../../append-to-outbox.ts";
import { createRelay } from "../../create-relay.ts";
import type { OutboxDatabase } from "../../outbox-database.ts";
import { outbox } from "../../outbox-table.ts";
import type { EventPublisher } from "../../relay-options.ts";
import { writeFact } from "./facts.ts";

export type StrategyName = "outbox" | "publish-after-commit" | "delete-before-publish";

export interface Strategy {
  /** Makes one change, which has one event. */
  write(channel: string): Promise<void>;
  /** Resolves when nothing waits to be published any more. */
  drain(): Promise<void>;
}

interface Place {
  readonly db: OutboxDatabase;
  readonly publisher: EventPublisher;
}

export const strategies: Readonly<Record<StrategyName, (place: Place) => Strategy>> = {
  outbox: createOutbox,
  "publish-after-commit": createPublishAfterCommit,
  "delete-before-publish": createDeleteBeforePublish,
};

const PUBLISH_TIMEOUT_MS = 700;

function createOutbox({ db, publisher }: Place): Strategy {
  let delivered = () => {};
  const relay = createRelay({
    db,
    publisher,
    publishTimeoutMs: PUBLISH_TIMEOUT_MS,
    // few, so that events of several channels share a request
    concurrency: 3,
    // a killed process holds its rows no longer than this
    leaseMs: 1500,
    pollIntervalMs: 100,
    onDelivery: () => delivered(),
  });
  relay.start();
  return {
    async write(channel) {
      const event = eventOf(channel);
      await db.transaction(async (tx) => {
        await appendToOutbox(tx, event);
        await writeFact(tx, { eventId: event.id, channel });
      });
      relay.notify();
    },
    async drain() {
      let next = nextDelivery();
      while ((await db.$count(outbox)) > 0) {
        await next;
        next = nextDelivery();
      }
      await relay.close();
    },
  };

  function nextDelivery(): Promise<void> {
    return new Promise((resolve) => {
      delivered = resolve;
    });
  }
}

function createPublishAfterCommit({ db, publisher }: Place): Strategy {
  return {
    async write(channel) {
      const event = eventOf(channel);
      await db.transaction((tx) => writeFact(tx, { eventId: event.id, channel }));
      await publishUntilTaken(publisher, event);
    },
    async drain() {},
  };
}

function createDeleteBeforePublish({ db, publisher }: Place): Strategy {
  async function publishNext(): Promise<boolean> {
    const [row] = await db
      .delete(outbox)
      .where(
        sql`${outbox.id} = any(array(
          select id from outbox order by id limit 1 for update skip locked
        ))`,
      )
      .returning();
    if (row === undefined) return false;
    const { eventId: id, channel, name, payload: data } = row;
    await publishUntilTaken(publisher, { id, channel, name, data });
    return true;
  }

  return {
    async write(channel) {
      const event = eventOf(channel);
      await db.transaction(async (tx) => {
        await appendToOutbox(tx, event);
        await writeFact(tx, { eventId: event.id, channel });
      });
      await publishNext();
    },
    async drain() {
      while (await publishNext());
    },
  };
}

/** A refusal loses nothing here: what these orders lose, they lose by being killed. */
async function publishUntilTaken(publisher: EventPublisher, event: ChannelEvent): Promise<void> {
  let taken = false;
  while (!taken) {
    taken = await publisher.publish([event], { timeoutMs: PUBLISH_TIMEOUT_MS }).then(
      () => true,
      () => false,
    );
  }
}

function eventOf(channel: string): ChannelEvent {
  return { id: randomUUID(), channel, name: "something-happened", data: "{}" };
}
