// What a person types to bring generated code up to date.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * `npm run generate` where the folder's package has that script and nothing is given, else the command itself with the
 * same options, for a shell in that folder.
 */
export function generateCommand(options: GivenOptions, folder: string): string {
  const isGiven = Object.values(options).some((value) => value !== undefined);
  if (!isGiven && hasGenerateScript(folder)) return "npm run generate";
  return commandLine("generate", options);
}

/** Options by name, those that were not given being `undefined`. */
export type GivenOptions = Readonly<Record<string, string | undefined>>;

/** A command for a shell, with those of its options that were given. */
export function commandLine(command: string, options: GivenOptions): string {
  const given = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${quoteForShell(value)}`],
  );
  return [`npx lockstep ${command}`, ...given].join(" ");
}

export function hasGenerateScript(folder: string): boolean {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      readonly scripts?: { readonly generate?: unknown };
    } | null;
    return typeof manifest?.scripts?.generate === "string";
  } catch {
    return false;
  }
}

/** One word for a shell. */
export function quoteForShell(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Writes the schema that editors read contracts by. */
export const editorCommand: string = commandLine("export --editor", {});
