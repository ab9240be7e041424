// A repository with one contract and changesets, on the disk, and the command in it.
import { execFileSync } from "node:child_process";
import { afterEach, beforeEach, vi } from "vitest";
import { useProject } from "../project.test.helper.ts";

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
  /** Without the line that says nothing of a comparison. */
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
  const project = useProject();
  const { at, write, lockstepIn: lockstep } = project;
  const git: Shop["git"] = (...args) => {
    const identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
    execFileSync("git", [...identity, ...args], { cwd: at(""), stdio: "pipe" });
  };
  const commit = (): void => {
    git("add", "--all");
    git("commit", "--quiet", "--message", "a step");
  };
  const check: Shop["check"] = async (...args) => {
    await lockstep("shop", "generate");
    return lockstep("shop", "check", ...args);
  };
  beforeEach(() => {
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
  afterEach(() => vi.unstubAllEnvs());
  return {
    get home() {
      return at("");
    },
    get out() {
      return project.out.replace(/^\S+: valid, and the generated code is up to date\n/m, "");
    },
    get err() {
      return project.err;
    },
    write,
    git,
    commit,
    lockstep,
    check,
  };
}
