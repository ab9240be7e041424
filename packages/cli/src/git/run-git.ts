// Asks git, without a shell.
import { type ExecFileException, execFile } from "node:child_process";

export type GitErrorCode = "git-missing" | "not-a-repository" | "git-refused";

/** Git could not answer; the message is a sentence for a person. */
export class GitError extends Error {
  override readonly name = "GitError";
  readonly code: GitErrorCode;

  constructor(code: GitErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const environment = {
  // git answers in one language, and changes nothing by being asked
  LC_ALL: "C",
  GIT_OPTIONAL_LOCKS: "0",
  // a hook is given paths from another folder than the contract's
  GIT_DIR: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
  GIT_WORK_TREE: undefined,
};

const maxOutputBytes = 256 * 1024 * 1024;

/**
 * Answers what git prints. Arguments go to git as they are, so whoever passes a user's text sees to it that it is no
 * option.
 *
 * @throws {GitError} where there is no git, no repository, or git ends with another code than 0
 */
export async function runGit(args: readonly string[], cwd: string): Promise<Buffer> {
  const env = { ...process.env, ...environment };
  return new Promise((answer, refuse) => {
    execFile(
      "git",
      args,
      { cwd, env, encoding: "buffer", maxBuffer: maxOutputBytes },
      (error, stdout, stderr) => {
        if (error === null) answer(stdout);
        else refuse(describe(error, stderr.toString("utf8")));
      },
    );
  });
}

/** Answers the text that git prints, without the line break at its end; `undefined` where git refuses. */
export async function askGit(args: readonly string[], cwd: string): Promise<string | undefined> {
  try {
    return (await runGit(args, cwd)).toString("utf8").replace(/\n$/, "");
  } catch (error) {
    if (error instanceof GitError && error.code === "git-refused") return undefined;
    throw error;
  }
}

function describe(error: ExecFileException, stderr: string): GitError {
  if (error.code === "ENOENT") {
    return new GitError("git-missing", "there is no git here; install it, or name a file");
  }
  if (stderr.includes("not a git repository")) {
    return new GitError("not-a-repository", "this is no git repository; name a file");
  }
  const said = stderr.trim().split("\n")[0] || error.message;
  return new GitError("git-refused", `git says "${said}"; mend that, or name a file`);
}
