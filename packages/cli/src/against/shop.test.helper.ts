// A repository with one contract and changesets, on the disk, and the command in it.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, vi } from "vitest";
import { run } from "../run.ts";

export const contract = `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: private-orders
    messages:
      placed: { payload: { $ref: 'parts/placed.yaml' } }
`;

export const placed = "{ type: object, required: [id], properties: { id: { type: integer } } }\n";

export interface Shop {
  /** Root of the repository; the contract is in its folder `shop`. */
  readonly home: string;
  readonly out: string;
  readonly err: string;
  readonly write: (path: string, text: string) => void;
  readonly git: (...args: string[]) => void;
  readonly commit: () => void;
  readonly lockstep: (folder: string, ...args: string[]) => Promise<number>;
  /** With code that is up to date, so that only the comparison speaks. */
  readonly check: (...args: string[]) => Promise<number>;
}

/** Makes a new one for each test of the file. */
export function useShop(): Shop {
  let home = "";
  let out = "";
  let err = "";
  const write: Shop["write"] = (path, text) => {
    mkdirSync(join(home, path, ".."), { recursive: true });
    writeFileSync(join(home, path), text);
  };
  const git: Shop["git"] = (...args) => {
    const identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
    execFileSync("git", [...identity, ...args], { cwd: home, stdio: "pipe" });
  };
  const commit = (): void => {
    git("add", "--all");
    git("commit", "--quiet", "--message", "a step");
  };
  const lockstep: Shop["lockstep"] = async (folder, ...args) => {
    out = "";
    err = "";
    return run(args, {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      cwd: join(home, folder),
      colors: false,
      stop: AbortSignal.abort(),
    });
  };
  const check: Shop["check"] = async (...args) => {
    await lockstep("shop", "generate");
    const code = await lockstep("shop", "check", ...args);
    out = out.replace(/^\S+: valid, and the generated code is up to date\n/m, "");
    return code;
  };
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "lockstep-shop-"));
    vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
    vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");
    write("shop/package.json", '{ "name": "@acme/orders", "version": "1.2.0" }');
    write("shop/lockstep.config.json", '{ "input": "orders.yaml", "output": "out" }');
    write("shop/orders.yaml", contract);
    write("shop/parts/placed.yaml", placed);
    write(".changeset/config.json", "{}");
    write(".gitignore", "out\n");
    git("init", "--quiet", "--initial-branch", "main");
    commit();
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true, force: true });
  });
  return {
    get home() {
      return home;
    },
    get out() {
      return out;
    },
    get err() {
      return err;
    },
    write,
    git,
    commit,
    lockstep,
    check,
  };
}
