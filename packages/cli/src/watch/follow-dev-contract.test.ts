import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { exitCode, run } from "../index.ts";
import { followDevContract } from "./follow-dev-contract.ts";

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

// cause: the document that was not there yet was not among the files to follow
test("lockstep dev takes the contract once its document comes", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "lockstep-dev-"));
  let printed = "";
  const print = (text: string) => {
    printed += text;
  };
  const stop = new AbortController();
  const terminal = { out: print, err: print, cwd, colors: false, stop: stop.signal };
  const ended = run(["dev", "--port", "0"], terminal);
  onTestFinished(async () => {
    stop.abort();
    expect(await ended).toBe(exitCode.ok);
    rmSync(cwd, { recursive: true });
  });
  const seen = (text: string) => vi.waitUntil(() => printed.includes(text), { timeout: 10_000 });
  await seen("none: asyncapi/asyncapi.yaml is not there");
  mkdirSync(join(cwd, "asyncapi"));
  writeFileSync(join(cwd, "asyncapi/asyncapi.yaml"), contractOf("1.0.0", orders));
  await seen("contract      asyncapi/asyncapi.yaml: Shop 1.0.0, 1 channel");
});

// cause: what load or use threw left the follower waiting for a load that had long ended
test("a contract is followed on after a load or a use that fails", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "lockstep-dev-"));
  const file = join(cwd, "shop.yaml");
  writeFileSync(file, "0");
  const errors: unknown[] = [];
  let loads = 0;
  const contract = { title: "Shop", version: "1", channels: [] } as never;
  const follower = followDevContract(
    { files: [file] },
    {
      load: async () => {
        loads += 1;
        if (loads === 1) throw new Error("load");
        return { state: "loaded", input: file, files: [file], contract };
      },
      use: () => {
        throw new Error("use");
      },
      onError: (error) => errors.push(error),
    },
  );
  onTestFinished(() => {
    follower.close();
    rmSync(cwd, { recursive: true });
  });
  writeFileSync(file, "1");
  await vi.waitUntil(() => errors.length > 0);
  writeFileSync(file, "2");
  await vi.waitUntil(() => errors.some((error) => String(error) === "Error: use"));
  expect(errors[0]).toEqual(new Error("load"));
});
