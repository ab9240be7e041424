import { once } from "node:events";
import { mkdirSync, mkdtempSync, renameSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exitCode, run } from "../index.ts";

const root = `asyncapi: 3.0.0
info: { title: Shop, version: 1.0.0 }
channels:
  orders: { $ref: 'parts/orders.yaml#/orders' }
`;
const ordersOf = (...messages: string[]): string =>
  `orders: { address: orders, messages: { ${messages.map((key) => `${key}: { payload: true }`).join(", ")} } }\n`;

let cwd: string;
let stop: AbortController;
let ended: Promise<number>;
let heard: EventTarget;
let out: string;
let err: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "lockstep-watch-"));
  stop = new AbortController();
  heard = new EventTarget();
  out = "";
  err = "";
});
afterEach(async () => {
  stop.abort();
  expect(await ended).toBe(exitCode.ok);
  rmSync(cwd, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(join(cwd, path, ".."), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

function start(options: readonly string[] = ["--input", "root.yaml", "--output", "out"]): void {
  ended = run(["generate", "--watch", ...options], {
    out: (text) => {
      out += text;
      heard.dispatchEvent(new Event("line"));
    },
    err: (text) => {
      err += text;
    },
    cwd,
    colors: false,
    stop: stop.signal,
  });
}

/** The lines of the runs, once one of them is as wanted. */
async function linesUntil(wanted: RegExp): Promise<string> {
  while (!wanted.test(out)) await once(heard as never, "line");
  const lines = out.replaceAll(/ in \d+ ms/g, "");
  out = "";
  return lines;
}

describe("generate --watch", () => {
  test("follows every file, says one line a run, and ends when it is told to", async () => {
    write("root.yaml", root);
    write("parts/orders.yaml", ordersOf("placed"));
    start();
    expect(await linesUntil(/written/)).toBe("root.yaml: 8 files, 8 written, 0 removed\n");
    write("parts/orders.yaml", ordersOf("placed", "paid"));
    expect(await linesUntil(/written/)).toMatch(/^root\.yaml: 9 files, \d written, 0 removed\n$/);
  });

  test("survives a broken document, and waits for a file that is not there", async () => {
    write("root.yaml", root);
    start();
    expect(await linesUntil(/waiting/)).toBe("root.yaml: not written; waiting for a change\n");
    expect(err).toContain('the file "parts/orders.yaml" cannot be read');
    write("parts/orders.yaml", ordersOf("placed"));
    await linesUntil(/8 files/);
    write("root.yaml", "asyncapi: [");
    await linesUntil(/waiting/);
    write("root.yaml", root);
    await linesUntil(/8 files/);
  });

  test("follows a file that is replaced, and a folder that is", async () => {
    write("root.yaml", root);
    write("parts/orders.yaml", ordersOf("placed"));
    start();
    await linesUntil(/8 files/);
    write("new.yaml", ordersOf("placed", "paid"));
    renameSync(join(cwd, "new.yaml"), join(cwd, "parts/orders.yaml"));
    await linesUntil(/9 files/);
    write("other/orders.yaml", ordersOf("placed", "paid", "sent"));
    rmSync(join(cwd, "parts"), { recursive: true });
    renameSync(join(cwd, "other"), join(cwd, "parts"));
    await linesUntil(/10 files/);
    write("parts/orders.yaml", ordersOf("placed"));
    await linesUntil(/8 files/);
  });

  // cause: git and some editors remove a file before they write it anew, which was told as a missing document
  test("says nothing of a document that is gone while it is replaced", async () => {
    write("root.yaml", root);
    write("parts/orders.yaml", ordersOf("placed"));
    start();
    await linesUntil(/8 files/);
    const removal = watch(cwd);
    rmSync(join(cwd, "root.yaml"));
    await once(removal, "change");
    removal.close();
    // turns enough to read the folder as it is meanwhile
    for (let turn = 0; turn < 100; turn++) await setImmediate();
    write("parts/orders.yaml", ordersOf("placed", "paid"));
    write("root.yaml", root);
    expect(await linesUntil(/9 files/)).not.toContain("waiting");
    expect(err).not.toContain("no such file");
  });

  test("tells of a document that stays away", async () => {
    write("root.yaml", root);
    write("parts/orders.yaml", ordersOf("placed"));
    start();
    await linesUntil(/8 files/);
    rmSync(join(cwd, "root.yaml"));
    await linesUntil(/waiting/);
    expect(err).toContain("there is no such file");
  });

  test("says the way out of a folder without a contract, as a single run does", async () => {
    start([]);
    await linesUntil(/waiting/);
    write("asyncapi/orders.yaml", "");
    write("asyncapi/asyncapi.yaml", "asyncapi: [");
    await linesUntil(/waiting/);
    expect(err.match(/no contract in this folder/g)).toHaveLength(1);
  });

  // cause: an editor that writes in place was read half-way, which was told as hundreds of broken references
  test("says nothing of half a document that is whole by the end of the run", async () => {
    const contracts = ["half", "whole"].map((name) => ({ input: `${name}.yaml`, output: name }));
    write("lockstep.config.json", JSON.stringify({ contracts }));
    write("parts/orders.yaml", ordersOf("placed"));
    write("half.yaml", "asyncapi: 3.0.0\nchannels: [");
    write("whole.yaml", root);
    // the second contract is told behind the first, in one run
    heard.addEventListener("line", () => write("half.yaml", root), { once: true });
    start(["--config", "lockstep.config.json"]);
    expect(await linesUntil(/half.yaml: 8 files/)).not.toContain("waiting");
    expect(err).toBe("");
  });

  test("loses no change that comes while it works", async () => {
    write("root.yaml", root);
    write("parts/orders.yaml", ordersOf("placed"));
    start();
    // at whatever step of the first run this comes
    void setImmediate().then(() => write("parts/orders.yaml", ordersOf("placed", "paid")));
    await linesUntil(/9 files/);
    for (const more of ["a", "b", "c"])
      write("parts/orders.yaml", ordersOf("placed", "paid", more));
    write("parts/orders.yaml", ordersOf("placed", "paid", "sent", "returned"));
    await linesUntil(/11 files/);
  });
});
