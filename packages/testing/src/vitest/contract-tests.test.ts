// The suite on a channel of every kind, and what it says of code that has drifted.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { createVitestFolder, sources } from "../run-vitest.test.helper.ts";
import { everyKind, publishers, subscribers } from "./every-kind.test.helper.ts";
import { contractTests } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "lockstep-testing-"));
const contract = join(folder, "asyncapi.yaml");
writeFileSync(contract, everyKind);
afterAll(() => rmSync(folder, { recursive: true }));

await contractTests({ contract, publishers, subscribers });

const drifted = `
import { createEventBuilders } from "@lockstep/runtime/publish";
import { describe } from "vitest";
import * as z from "zod/mini";
import { publishers, subscribers } from "${sources}vitest/every-kind.test.helper.ts";
import { contractTests } from "${sources}vitest/index.ts";

const contract = "asyncapi.yaml";
const lax = (payload) => ({ id: "1", channel: "cache-news", name: "opened", data: JSON.stringify(payload) });
const renamed = { opened: { name: "opend", schema: z.any() } };
const news = { key: "news", address: "cache-news", parameters: {}, events: renamed };

describe("a lax publisher", () =>
  contractTests({ contract, publishers: { ...publishers, news: () => ({ opened: lax }) } }));
describe("a renamed event", () =>
  contractTests({ contract, publishers: { ...publishers, news: () => createEventBuilders(news, {}) } }));
describe("a missing channel", () =>
  contractTests({ contract, publishers: { ...publishers, news: undefined }, subscribers }));
describe("subscribers alone", () => contractTests({ contract, subscribers }));
`;

it("fails by name for code that has drifted, and for nothing else", async () => {
  const files = { "asyncapi.yaml": everyKind, "drifted.test.ts": drifted };
  const vitest = createVitestFolder("contract-tests", files);
  onTestFinished(vitest.remove);
  const { text, exitCode } = await vitest.run();
  const failed = [...text.matchAll(/FAIL {2}drifted\.test\.ts > ([^>]+) > [^>]+ > (.*)/g)].map(
    ([, what, title]) => `${what}: ${title?.replace(/ \d+ .*/, "")}`,
  );
  expect(failed.sort()).toEqual([
    "a lax publisher: news > opened > its publisher refuses",
    "a missing channel: news > opened > carries",
    "a missing channel: news > opened > its publisher refuses",
    "a renamed event: news > opened > carries",
    "a renamed event: news > opened > its publisher refuses",
  ]);
  expect(text).toContain('the publishers have no "news"; generate them from this contract');
  expect(exitCode).toBe(1);
}, 120_000);
