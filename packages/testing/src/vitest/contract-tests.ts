// A suite for a contract: what is published is what arrives, for every event, over the official clients.
import type { ChannelModel } from "@lockstep/codegen/contract";
import { channelTraitsOf, isClientEventName } from "@lockstep/runtime";
import { afterAll, beforeAll, beforeEach, describe, test } from "vitest";
import { pauseCoverage } from "../coverage/pause-coverage.ts";
import { loadTestContract } from "../load-test-contract.ts";
import { createPayloads, type PayloadOptions, type Payloads } from "../payloads/create-payloads.ts";
import { nameChannel } from "./channel-parameters.ts";
import { defineClientEventTests } from "./client-event-tests.ts";
import { createEventCase } from "./event-case.ts";
import type { GeneratedModules } from "./event-sides.ts";
import { defineMemberTests } from "./member-tests.ts";
import { openWire, type Wire } from "./open-wire.ts";
import { defineServerEventTests } from "./server-event-tests.ts";

export interface ContractTestsOptions extends GeneratedModules, PayloadOptions {
  /** The document; a path is taken from the working folder. */
  readonly contract: string | URL;
}

/**
 * Defines a suite that starts a dev server on a free port of its own and proves, for every event of the contract, with
 * the payloads of the document's examples and those made from its schema:
 *
 * - each valid payload is published, and arrives as the same JSON text;
 * - each invalid payload is refused, by the publisher before it is sent and by the subscriber before a handler sees it.
 *
 * The side that is not given is played by the plain client, `pusher` or `pusher-js`. What cannot be proved is a skipped
 * test that says why. Await it at the top of a test file:
 *
 * ```ts
 * await contractTests({ contract: "asyncapi/asyncapi.yaml", publishers, subscribers });
 * ```
 *
 * @throws {Error} with every diagnostic when the document is no valid contract
 */
export async function contractTests(options: ContractTestsOptions): Promise<void> {
  const { contract, publishers, subscribers, seed = 1, random } = options;
  const model = await loadTestContract(contract);
  const payloadsOf = createPayloads(model, { seed, random });
  describe(`${model.title} ${model.version}, payloads of seed ${seed}`, () => {
    const wire = useWire();
    for (const channel of model.channels) {
      describe(channel.key, () => {
        const suite = { channel, wire, publishers, subscribers };
        defineChannelTests(suite, payloadsOf);
      });
    }
  });
}

interface ChannelSuite extends GeneratedModules {
  readonly channel: ChannelModel;
  readonly wire: () => Wire;
}

function defineChannelTests(
  suite: ChannelSuite,
  payloadsOf: ReturnType<typeof createPayloads>,
): void {
  const { channel, wire, subscribers } = suite;
  const named = () => nameChannel(channel, payloadsOf);
  const memberPayloads = channel.member && payloadsOf(channel.member);
  if (channelTraitsOf(channel.kind).presence) {
    const user_info = (memberPayloads?.valid[0] ?? {}) as Record<string, unknown>;
    // each time, since the tests of members admit others, and invalid ones last
    beforeEach(() => {
      wire().admit(named().name, { user_id: "other", user_info });
      wire().admitPage(named().name, { user_id: "page", user_info });
    });
  }
  if (memberPayloads) {
    defineMemberTests({ channel, named, wire, subscribers, payloads: memberPayloads });
    defineGaps(memberPayloads);
  }
  for (const message of channel.messages) {
    describe(message.name, () => {
      const payloads = payloadsOf(message.payload);
      const extensions = message.envelope?.extensions;
      const event = createEventCase({
        ...{ ...suite, message, named, payloads },
        extensions: ((extensions && payloadsOf(extensions).valid[0]) ?? {}) as object,
      });
      if (event.valid.length === 0) defineUnmade(payloads);
      else if (isClientEventName(message.name)) defineClientEventTests(event);
      else defineServerEventTests(event);
      defineGaps(payloads);
    });
  }
  if (channel.messages.length === 0 && !memberPayloads) test.skip("has no events");
}

/** A server and its clients, from before the first test until after the last. */
function useWire(): () => Wire {
  let wire: Wire | undefined;
  let resumeCoverage: (() => void) | undefined;
  beforeAll(async () => {
    // a suite that sends everything would hide what no test of the application's own sends
    resumeCoverage = pauseCoverage();
    wire = await openWire();
  });
  afterAll(async () => {
    await wire?.close();
    resumeCoverage?.();
  });
  return () => {
    if (!wire) throw new Error("the wire is open only while tests run");
    return wire;
  };
}

function defineUnmade({ gaps }: Payloads): void {
  test("has a payload to prove it with", () => {
    const problems = gaps.map(({ pointer, problem }) => `${pointer || "the payload"}: ${problem}`);
    throw new Error([...problems, "give the message an example in the contract"].join("; "));
  });
}

function defineGaps({ gaps }: Payloads): void {
  for (const { pointer, problem } of gaps) {
    test.skip(`${pointer || "the payload"} is not covered: ${problem}`);
  }
}
