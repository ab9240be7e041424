// What a person types to bring generated code up to date.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** `npm run generate` where the project has that script, else the command itself with the same options. */
export function generateCommand(
  options: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string {
  const given = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${value}`],
  );
  if (given.length === 0 && hasGenerateScript(cwd)) return "npm run generate";
  return ["npx lockstep generate", ...given].join(" ");
}

function hasGenerateScript(cwd: string): boolean {
  try {
    const manifest = JSON.parse(readFileSync(join(cwd, "package.json"), "utf8")) as {
      readonly scripts?: { readonly generate?: unknown };
    } | null;
    return typeof manifest?.scripts?.generate === "string";
  } catch {
    return false;
  }
}
