// What opening finds of a process that was killed while it opened the same folder.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startProcess } from "../testing/start-process.ts";
import { openPglite } from "./open-pglite.ts";

// a first opening fills the folder, which takes long where many other tests run
const PATIENCE_MS = 120_000;

let dataDir: string;
let folder: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "lockstep-pglite-"));
  folder = join(dataDir, "db");
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function countHotels(): Promise<unknown> {
  const { db, close } = await openPglite(folder);
  const rows: unknown = await db.execute(sql`select count(*)::int as hotels from hotels`);
  await close();
  return rows;
}

test(
  "a folder is made whole after a process was killed in the middle of making it",
  async () => {
    const demo = startProcess({ PORT: "0", REALTIME_PORT: "0", DATA_DIR: dataDir });
    const isBegun = () => existsSync(`${folder}.half/PG_VERSION`);
    await vi.waitUntil(isBegun, { timeout: PATIENCE_MS, interval: 5 });
    demo.child.kill("SIGKILL");
    await demo.ended;
    expect(await countHotels()).toMatchObject({ rows: [{ hotels: 0 }] });
  },
  PATIENCE_MS,
);

test(
  "a lock that a killed process had not yet written into keeps nobody out",
  async () => {
    await countHotels();
    await writeFile(join(folder, "postmaster.pid"), "");
    expect(await countHotels()).toMatchObject({ rows: [{ hotels: 0 }] });
  },
  PATIENCE_MS,
);

test(
  "a folder without a database is told by its name, with the way out",
  async () => {
    await mkdir(folder);
    await writeFile(join(folder, "PG_VERSION"), "18");
    await expect(openPglite(folder)).rejects.toThrow(
      new RegExp(`^database: cannot open ${folder}: .*; put a copy back, or move the folder away`),
    );
  },
  PATIENCE_MS,
);
