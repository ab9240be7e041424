// The lock of a data folder.
import { spawnSync } from "node:child_process";
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

test("a lock goes when it is given back, and leaves nothing", () => {
  const unlock = lockFolder(folder);
  expect(existsSync(join(folder, "lock"))).toBe(true);
  unlock();
  expect(readdirSync(folder)).toEqual([]);
});

test("a running process keeps others out", () => {
  writeFileSync(join(folder, "lock"), String(process.ppid));
  expect(() => lockFolder(folder)).toThrow(
    `data folder: ${folder} is in use by process ${process.ppid}; stop it, or set DATA_DIR to another folder`,
  );
  expect(readdirSync(folder)).toEqual(["lock"]);
});

test.each([
  { what: "a process that has died", content: () => String(deadPid()) },
  { what: "an earlier process of the same pid", content: () => String(process.pid) },
  { what: "nobody", content: () => "" },
])("the lock of $what is taken over", ({ content }) => {
  writeFileSync(join(folder, "lock"), content());
  const unlock = lockFolder(folder);
  expect(readdirSync(folder)).toEqual(["lock"]);
  unlock();
});

function deadPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}
