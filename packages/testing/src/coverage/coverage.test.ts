// The coverage of a run of its own, with several files and workers.
import { describe, expect, it, onTestFinished } from "vitest";
import { createVitestFolder, sources } from "../run-vitest.test.helper.ts";
import { describeCoverage, describeShortfalls } from "./describe-coverage.ts";
import { measureCoverage } from "./measure-coverage.ts";

const contract = `
asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
      placed: { name: order-placed, payload: { type: object } }
      cancelled: { name: order-cancelled, payload: { type: object } }
      lost: { name: order-lost, payload: { type: object } }
`;

const shared = `
import { createMemoryTransport } from "@lockstep/runtime/memory";
import { createEventBuilders, createPublisher } from "@lockstep/runtime/publish";
import { createSubscriber, subscribe } from "@lockstep/runtime/subscribe";
import { test } from "vitest";
import * as z from "zod/mini";
import { pauseCoverage } from "${sources}coverage/pause-coverage.ts";

const schema = z.object({});
const events = Object.fromEntries(
  ["placed", "cancelled", "lost"].map((key) => [key, { name: "order-" + key, schema }]),
);
const orders = { key: "orders", address: "orders", parameters: {}, events };
const { placed, cancelled, lost } = createEventBuilders(orders, {});
`;

const files = {
  "asyncapi.yaml": contract,
  "placed.test.ts": `${shared}
test("is placed", () => void placed({}));`,
  "handled.test.ts": `${shared}
test("is handled", async () => {
  const transport = createMemoryTransport();
  const handlers = { placed: () => undefined, cancelled: () => undefined };
  subscribe(createSubscriber(transport.connect()), orders, { parameters: {}, handlers });
  await transport.settled();
  await createPublisher(transport.server).publish(cancelled({}));
});`,
  "suite.test.ts": `${shared}
test("sends everything", () => {
  const resume = pauseCoverage();
  lost({});
  resume();
});`,
};

const report = `Contract Orders 1.0.0: of 3 events, tests published 2 and handled 1
  published by no test
    orders order-lost
  handled by no test
    orders order-lost
    orders order-placed
`;

it("counts over all files and workers, without suites that send everything, and fails where a limit is not met", async () => {
  const folder = createVitestFolder("coverage-test", files, {
    imports: `import { contractCoverage } from "${sources}coverage/contract-coverage.ts";`,
    plugins: `[contractCoverage({
      contract: new URL("asyncapi.yaml", import.meta.url), published: 60, handled: 50,
    })]`,
  });
  onTestFinished(folder.remove);
  const { text, exitCode } = await folder.run();
  expect(text).toContain("3 passed");
  expect(text).toContain(report);
  expect(text).toContain(
    "contract coverage: 33.3 % of the events are handled by a test, and 50 % must be; test those listed above",
  );
  expect(text).not.toContain("are published by a test");
  expect(exitCode).toBe(1);
}, 120_000);

it("does not list every event where none is reached", () => {
  const events = [{ channel: "orders", name: "order-placed", isPublished: true, isHandled: false }];
  expect(describeCoverage({ title: "Orders", version: "1.0.0", events })).toBe(
    [
      "Contract Orders 1.0.0: of 1 event, tests published 1 and handled 0",
      "  handled by no test: all of them",
    ].join("\n"),
  );
});

describe("a contract without events", () => {
  const coverage = measureCoverage({ title: "None", version: "1.0.0", channels: [] }, []);

  it("lacks nothing", () => {
    expect(describeCoverage(coverage)).toBe(
      "Contract None 1.0.0: of 0 events, tests published 0 and handled 0",
    );
    expect(describeShortfalls(coverage, { published: 100, handled: 100 })).toEqual([]);
  });
});
