// The history of this repository's own contract, judged by its own tool.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type ContractModel, diffContracts, loadContract } from "@lockstep/codegen";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const git = (...args: string[]): string =>
  execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: "pipe" }).trim();

interface Step {
  readonly commit: string;
  /** Absent where that contract is invalid by the rules of today. */
  readonly model?: ContractModel;
}

/** From the first to the last commit that touched the contract. */
async function readHistory(): Promise<readonly Step[]> {
  const commits = git("log", "--reverse", "--format=%H", "--", "asyncapi").split("\n");
  return Promise.all(
    commits.map(async (commit) => {
      const { model } = await loadContract("asyncapi/asyncapi.yaml", {
        cwd: root,
        readFile: async (file) => git("cat-file", "blob", `${commit}:${file}`),
        validate: false,
      });
      return { commit, ...(model && { model }) };
    }),
  );
}

const history = ((): "whole" | "shallow" | "none" => {
  try {
    return git("rev-parse", "--is-shallow-repository") === "true" ? "shallow" : "whole";
  } catch {
    return "none";
  }
})();

describe("the history of the contract", () => {
  it.skipIf(history !== "whole")(
    `is judged step by step, and each verdict agrees with its reverse${history === "whole" ? "" : ` (history: ${history})`}`,
    async () => {
      const steps = await readHistory();
      const models = steps.flatMap(({ model }) => model ?? []);
      expect(models.length).toBeGreaterThan(0);
      const judged = models.slice(1).map((after, index) => {
        const before = models[index] ?? after;
        const forth = diffContracts(before, after);
        const back = diffContracts(after, before);
        expect(forth.breaking).toBe(forth.changes.some(({ breaking }) => breaking));
        expect(forth.breaking).toBe(forth.bump === "major");
        return [forth, back].map(({ bump, identical }) => ({ isNone: bump === "none", identical }));
      });
      expect(judged.map(([forth]) => forth)).toEqual(judged.map(([, back]) => back));
      for (const model of models) {
        const itself = { breaking: false, bump: "none", changes: [], identical: true };
        expect(diffContracts(model, model)).toEqual(itself);
      }
    },
  );
});
