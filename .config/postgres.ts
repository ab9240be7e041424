// Gives the tests a PostgreSQL: the one that TEST_DATABASE_URL names, else a throw-away cluster from the
// installed binaries, else none (then only PGlite is tested; with CI set that is an error).
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const debianRoot = "/usr/lib/postgresql";

/** Vitest's global set-up: sets `TEST_DATABASE_URL` and answers the tear-down. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_DATABASE_URL) return undefined;
  const bin = findBinaries();
  if (!bin) {
    if (process.env.CI)
      throw new Error(
        "no PostgreSQL: install it (Debian: apt-get install postgresql) or set TEST_DATABASE_URL",
      );
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), "lockstep-postgres-"));
  const owner = ownerOf(folder);
  execFileSync(join(bin, "initdb"), ["-D", folder, "-U", "lockstep", "-A", "trust", "--no-sync"], {
    stdio: "ignore",
    ...owner,
  });
  const port = await freePort();
  const server = spawn(
    join(bin, "postgres"),
    [
      "-D",
      folder,
      "-p",
      String(port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "fsync=off",
      "-k",
      folder,
    ],
    { stdio: ["ignore", "ignore", "pipe"], ...owner },
  );
  await ready(server);
  process.env.TEST_DATABASE_URL = `postgres://lockstep@127.0.0.1:${port}/postgres`;
  return async () => {
    server.kill("SIGINT");
    await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  };
}

function findBinaries(): string | undefined {
  try {
    const newest = readdirSync(debianRoot).sort((a, b) => Number(b) - Number(a))[0];
    return newest && join(debianRoot, newest, "bin");
  } catch {
    return undefined;
  }
}

/** PostgreSQL refuses to run as root: there the cluster belongs to Debian's `postgres` user. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" })),
  );
  if (uid === undefined || gid === undefined) return {};
  chownSync(folder, uid, gid);
  return { uid, gid };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("exit", () => reject(new Error(`PostgreSQL did not start: ${log}`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
