// A project in a temporary folder for each test of a file, and the command in it.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { run } from "./index.ts";
import type { Terminal } from "./terminal.ts";

/** Paths are relative to the project. */
export interface TestProject {
  /** What the last command printed. */
  readonly out: string;
  readonly err: string;
  /** Answers the exit code. */
  readonly lockstep: (...args: string[]) => Promise<number>;
  readonly lockstepIn: (folder: string, ...args: string[]) => Promise<number>;
  /** Where a command in the project prints; what was printed before is forgotten. */
  readonly terminal: (folder?: string) => Terminal;
  /** Where a path is on this machine. The project's folder is alone in a temporary one. */
  readonly at: (path: string) => string;
  /** With the folders above the file. */
  readonly write: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  readonly exists: (path: string) => boolean;
}

export function useProject(name = "shop"): TestProject {
  let root = "";
  let out = "";
  let err = "";
  const at: TestProject["at"] = (path) => join(root, path);
  const terminal: TestProject["terminal"] = (folder = "") => {
    out = "";
    err = "";
    return {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      cwd: at(folder),
      colors: false,
      stop: AbortSignal.abort(),
    };
  };
  beforeEach(() => {
    root = join(mkdtempSync(join(tmpdir(), "lockstep-cli-")), name);
    mkdirSync(root);
  });
  afterEach(() => rmSync(dirname(root), { recursive: true, force: true }));
  return {
    get out() {
      return out;
    },
    get err() {
      return err;
    },
    lockstep: (...args) => run(args, terminal()),
    lockstepIn: (folder, ...args) => run(args, terminal(folder)),
    terminal,
    at,
    write: (path, text) => {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    },
    read: (path) => readFileSync(at(path), "utf8"),
    exists: (path) => existsSync(at(path)),
  };
}
