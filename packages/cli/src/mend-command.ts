// What a person types to bring generated code up to date.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** `npm run generate` where the project has that script, else the command itself with the same options. */
export function mendCommand(cwd: string, options: readonly string[]): string {
  if (options.length === 0 && hasGenerateScript(cwd)) return "npm run generate";
  return ["npx lockstep generate", ...options].join(" ");
}

function hasGenerateScript(cwd: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(cwd, "package.json"), "utf8"));
    return (
      typeof manifest === "object" &&
      manifest !== null &&
      "scripts" in manifest &&
      typeof manifest.scripts === "object" &&
      manifest.scripts !== null &&
      "generate" in manifest.scripts
    );
  } catch {
    return false;
  }
}
