// The lock of a data folder.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "./lock-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lockstep-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a lock goes when it is given back, and leaves nothing", async () => {
  const unlock = await lockFolder(folder);
  expect(existsSync(join(folder, "lock"))).toBe(true);
  unlock();
  expect(readdirSync(folder)).toEqual([]);
});

test("a running process keeps others out", async () => {
  writeFileSync(join(folder, "lock"), String(process.ppid));
  await expect(lockFolder(folder)).rejects.toThrow(
    `data folder: ${folder} is in use by process ${process.ppid}; stop it, or set DATA_DIR to another folder`,
  );
  expect(readdirSync(folder)).toEqual(["lock"]);
});

test("the same process does not get it twice", async () => {
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(`is in use by process ${process.pid}`);
  unlock();
  (await lockFolder(folder))();
});

test.each([
  { what: "a process that has died", content: () => String(deadPid()) },
  { what: "an earlier process of the same pid", content: () => String(process.pid) },
  { what: "nobody", content: () => "" },
])("the lock of $what is taken over", async ({ content }) => {
  writeFileSync(join(folder, "lock"), content());
  const unlock = await lockFolder(folder);
  expect(readdirSync(folder)).toEqual(["lock"]);
  unlock();
});

test("a process that is just ending is waited for", async () => {
  const child = spawn(process.execPath, ["-e", "process.stdin.resume()"]);
  await once(child, "spawn");
  writeFileSync(join(folder, "lock"), String(child.pid));
  const locked = lockFolder(folder);
  child.kill("SIGKILL");
  (await locked)();
});

function deadPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}
