// The tests of an event that clients send to one another.
import { generatedNames } from "@lockstep/codegen/contract";
import { expect, test } from "vitest";
import type { EventCase } from "./event-case.ts";
import { listen } from "./listen.ts";

export function defineClientEventTests(event: EventCase): void {
  const { subscribers, invalid, title } = event;
  if (!subscribers) {
    test.skip("is not covered: clients send it, and contractTests was given no `subscribers`");
    return;
  }
  test(`carries ${title} from client to client, to the letter`, () =>
    between(event, async ({ trigger, take }) => {
      for (const payload of event.valid) trigger(payload);
      expect(await take()).toEqual(event.valid.map((payload) => JSON.stringify(payload)));
    }));
  if (invalid.length === 0) return;
  test(`its sender refuses ${invalid.length} invalid payloads`, () =>
    between(event, async ({ trigger }) => {
      const refusal = expect.objectContaining({ code: "payload-invalid" });
      for (const { value } of invalid) expect(() => trigger(value)).toThrow(refusal);
    }));
  test(`its receiver refuses ${invalid.length} invalid payloads before the handler`, () =>
    between(event, async ({ triggerPlain, take }) => {
      for (const { value } of invalid) triggerPlain(value);
      expect(await take()).toEqual(
        invalid.map(({ value, refusedBySubscriber }) =>
          refusedBySubscriber
            ? expect.stringMatching(/^refused at (?:validate|decode): /)
            : JSON.stringify(value),
        ),
      );
    }));
}

interface TwoClients {
  readonly trigger: (payload: unknown) => void;
  /** As a client without Lockstep does. */
  readonly triggerPlain: (payload: unknown) => void;
  readonly take: () => Promise<readonly string[]>;
}

async function between(
  { wire, subscribers, ...event }: EventCase,
  run: (clients: TwoClients) => Promise<void>,
): Promise<void> {
  const place = event.place();
  const { other } = wire();
  const receiver = await listen(wire(), place, { subscribers });
  const sender = await listen(wire(), place, { subscribers, client: other });
  const { propertyOf } = generatedNames(place.channel);
  const plain = (name: string, data: unknown) =>
    other.channel(place.named.name)?.trigger(name, data);
  try {
    await run({
      trigger: (payload) => sender.subscription?.trigger?.(propertyOf(place.message), payload),
      triggerPlain: (payload) => void plain(place.message.name, payload),
      take: () => receiver.take((end) => plain(end, {})),
    });
  } finally {
    receiver.stop();
    sender.stop();
  }
}
