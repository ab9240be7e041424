// Keeps a second process out of a data folder: PGlite itself would let it in and lose rows.
import {
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { StartupError } from "../start/startup-error.ts";

// what this process holds: its own pid in a lock says nothing, because in a container every start may get the same
const held = new Set<string>();

const ATTEMPTS = 10;
const PAUSE_MS = 100;

/**
 * Takes the folder for this process, making it where it does not exist. Answers the function that gives it back. The
 * lock of a process that has died is taken over; one that is just dying is waited for, a second at most. Processes of
 * other machines and containers are not seen: a folder belongs to one of them.
 *
 * @throws {StartupError} when a running process holds the folder
 */
export async function lockFolder(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true });
  const file = join(realpathSync(folder), "lock");
  if (held.has(file)) throw inUse(folder, process.pid);
  let holder: number | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (tryLock(file)) {
      held.add(file);
      return () => unlock(file);
    }
    holder = holderOf(file);
    if (holder !== undefined && isRunning(holder)) await setTimeout(PAUSE_MS);
    else removeStale(file, holder);
  }
  throw inUse(folder, holder);
}

function inUse(folder: string, holder: number | undefined): StartupError {
  return new StartupError(
    `data folder: ${folder} is in use by process ${holder}; stop it, or set DATA_DIR to another folder`,
  );
}

// a link appears with its content, so nobody reads a lock that has no pid yet
function tryLock(file: string): boolean {
  const own = ownFile(file);
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function unlock(file: string): void {
  held.delete(file);
  if (holderOf(file) === process.pid) rmSync(file, { force: true });
}

// moved aside first: another process may have replaced the stale lock with its own a moment ago
function removeStale(file: string, holder: number | undefined): void {
  const aside = ownFile(file);
  try {
    renameSync(file, aside);
    if (holderOf(aside) !== holder) linkSync(aside, file);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function ownFile(file: string): string {
  return `${file}.${process.pid}`;
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

// our own pid is a stale one: what this process holds is in `held`
function isRunning(pid: number): boolean {
  if (pid === process.pid || hasEnded(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

// where nobody collects dead processes, as in many containers, they still take signals
function hasEnded(pid: number): boolean {
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
