import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { exitCode, run } from "../index.ts";

const contractOf = (version: string, channels: string): string =>
  `asyncapi: 3.0.0\ninfo: { title: Shop, version: ${version} }\nchannels: ${channels}\n`;
const orders = "{ orders: { address: orders, messages: { placed: { payload: true } } } }";

test("lockstep dev judges by the contract as it is now, and by the last good one while it is broken", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "lockstep-dev-"));
  const file = join(cwd, "shop.yaml");
  writeFileSync(file, contractOf("1.0.0", orders));
  let printed = "";
  const print = (text: string) => {
    printed += text;
  };
  const stop = new AbortController();
  const ended = run(["dev", "--port", "0", "--input", "shop.yaml"], {
    out: print,
    err: print,
    cwd,
    colors: false,
    stop: stop.signal,
  });
  onTestFinished(async () => {
    stop.abort();
    expect(await ended).toBe(exitCode.ok);
    rmSync(cwd, { recursive: true });
  });
  const seen = (text: string) => vi.waitUntil(() => printed.includes(text), { timeout: 10_000 });
  await seen("contract   shop.yaml: Shop 1.0.0, 1 channel");
  writeFileSync(file, contractOf("1.1.0", "{}"));
  await seen("contract      shop.yaml: Shop 1.1.0, 0 channels");
  writeFileSync(file, contractOf("1.2.0", "["));
  await seen("shop.yaml:4:1 error");
  writeFileSync(file, contractOf("1.3.0", orders));
  await seen("contract      shop.yaml: Shop 1.3.0, 1 channel");
  expect(printed).not.toContain("Shop 1.2.0");
});
