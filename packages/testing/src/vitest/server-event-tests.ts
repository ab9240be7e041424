// The tests of an event that the backend publishes.
import {
  type ChannelEvent,
  channelKindOf,
  channelTraitsOf,
  payloadLimitBytes,
} from "@lockstep/runtime";
import { createPublisher, wireData } from "@lockstep/runtime/publish";
import { expect, test } from "vitest";
import type { EventCase } from "./event-case.ts";
import { type Build, generatedBuild, plainBuild } from "./event-sides.ts";
import { listen } from "./listen.ts";

const source = "/contract-tests";

export function defineServerEventTests(event: EventCase): void {
  const { publishers, subscribers, invalid, title } = event;
  test(`carries ${title}, to the letter`, () => carriesValid(event));
  if (invalid.length === 0) {
    test.skip("refuses nothing: no payload was made that is invalid");
    return;
  }
  if (publishers) {
    test(`its publisher refuses ${invalid.length} invalid payloads`, () => {
      const build = generatedBuild(publishers, event.place());
      const taken = invalid.filter(({ value }) => isTaken(build, value, event.extensions));
      expect(taken, "the publisher took what the contract does not").toEqual([]);
    });
  } else test.skip("its publisher is not covered: contractTests was given no `publishers`");
  if (subscribers) {
    test(`its subscriber refuses ${invalid.length} invalid payloads before the handler`, () =>
      refusesInvalid(event));
  } else test.skip("its subscriber is not covered: contractTests was given no `subscribers`");
}

async function carriesValid({
  wire,
  publishers,
  subscribers,
  valid,
  extensions,
  ...event
}: EventCase) {
  const place = event.place();
  const build = publishers ? generatedBuild(publishers, place) : plainBuild(place);
  const events = valid.flatMap((payload) => buildFitting(build, payload, extensions) ?? []);
  expect(events.length, "payloads within Pusher's limit of 10 kB").toBeGreaterThan(0);
  const { pusher, published, forget } = wire();
  const listening = await listen(wire(), place, { subscribers });
  try {
    forget();
    await createPublisher(pusher, { source }).publish(events);
    expect(await listening.take(), "what arrived").toEqual(events.map(({ data }) => data));
    const { name } = place.named;
    if (isEncrypted(name)) return;
    const texts = events.map((one) => wireData(one, { source }));
    expect(published(name, place.message.name), "what the server was given").toEqual(texts);
  } finally {
    listening.stop();
  }
}

async function refusesInvalid({ wire, subscribers, invalid, extensions, ...event }: EventCase) {
  const place = event.place();
  const build = plainBuild(place);
  const sent = invalid.flatMap((miss) => {
    const built = build(miss.value, extensions);
    return fits(built) ? [{ ...miss, built }] : [];
  });
  const listening = await listen(wire(), place, { subscribers });
  try {
    await createPublisher(wire().pusher, { source }).publish(sent.map(({ built }) => built));
    const log = await listening.take();
    expect(log.map(withoutReason)).toEqual(
      // a field too many does not stop a reader: the backend may be ahead of it
      sent.map(({ built, refusedBySubscriber }) =>
        refusedBySubscriber
          ? expect.stringMatching(/^refused at (?:validate|decode)$/)
          : built.data,
      ),
    );
  } finally {
    listening.stop();
  }
}

function withoutReason(entry: string): string {
  return entry.replace(/^(refused at [a-z-]+): .*$/s, "$1");
}

function isTaken(build: Build, payload: unknown, extensions: object): boolean {
  try {
    build(payload, extensions);
    return true;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "payload-invalid") return false;
    throw error;
  }
}

/** Nothing for a payload that Pusher would not take; a schema may allow more than that. */
function buildFitting(
  build: Build,
  payload: unknown,
  extensions: object,
): ChannelEvent | undefined {
  try {
    const event = build(payload, extensions);
    return fits(event) ? event : undefined;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "payload-too-large") return undefined;
    throw error;
  }
}

function fits(event: ChannelEvent): boolean {
  const bytes = Buffer.byteLength(wireData(event, { source }));
  // encryption adds a nonce and base64
  return bytes <= (isEncrypted(event.channel) ? 0.7 : 1) * payloadLimitBytes;
}

function isEncrypted(channelName: string): boolean {
  return channelTraitsOf(channelKindOf(channelName)).encrypted;
}
