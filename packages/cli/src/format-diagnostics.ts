// How diagnostics look: as text with a frame of the source for a person, as JSON for a program, as GitHub reads them.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { styleText } from "node:util";
import type { Diagnostic, Severity } from "@lockstep/codegen";
import { plural } from "./plural.ts";
import { type Terminal, withoutControls } from "./terminal.ts";

export const diagnosticFormats = ["text", "json", "github"] as const;
export type DiagnosticFormat = (typeof diagnosticFormats)[number];

/** Prints all of them: JSON and commands to GitHub are results, text is for the person who waits. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
  terminal: Terminal,
): void {
  if (format === "json") {
    terminal.out(`${JSON.stringify({ diagnostics }, null, 2)}\n`);
    return;
  }
  if (format === "github") {
    for (const diagnostic of diagnostics) terminal.out(`${formatForGithub(diagnostic)}\n`);
    return;
  }
  for (const diagnostic of diagnostics) terminal.err(`${formatDiagnostic(diagnostic, terminal)}\n`);
  if (diagnostics.length > 0) terminal.err(`${countOf(diagnostics)}\n`);
}

const colorOf = { error: "red", warning: "yellow", info: "cyan" } as const;

function formatDiagnostic(diagnostic: Diagnostic, { cwd, colors }: Terminal): string {
  const { severity, code, file, line, column, message } = diagnostic;
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colors ? styleText(style, text) : text;
  const place = paint("bold", withoutControls(`${file}:${line}:${column}`));
  const problem = withoutControls(message.replaceAll("\n", " "));
  const head = `${place} ${paint(colorOf[severity], severity)} ${problem} ${paint("dim", `[${code}]`)}`;
  // a finding about a whole file has no line to show
  const source = line === 1 && column === 1 ? undefined : readSourceLine(resolve(cwd, file), line);
  if (source === undefined) return head;
  const gutter = `${line} | `;
  const frame = `${gutter}${source}\n${" ".repeat(gutter.length + column - 1)}^`;
  return `${head}\n${paint("dim", frame)}`;
}

const commandOf = { error: "error", warning: "warning", info: "notice" } as const;

/** @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message */
function formatForGithub({ severity, code, file, line, column, message }: Diagnostic): string {
  const property = (value: string | number): string =>
    escapeForGithub(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const places = Object.entries({ file, line, col: column, title: code });
  const properties = places.map(([key, value]) => `${key}=${property(value)}`).join(",");
  return `::${commandOf[severity]} ${properties}::${escapeForGithub(message)}`;
}

function escapeForGithub(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function readSourceLine(path: string, line: number): string | undefined {
  try {
    const source = readFileSync(path, "utf8").split(/\r?\n/)[line - 1];
    return source && withoutControls(source.replaceAll("\t", " ").slice(0, 160));
  } catch {
    // the diagnostic may be about a file that cannot be read
    return undefined;
  }
}

function countOf(diagnostics: readonly Diagnostic[]): string {
  const severities: readonly Severity[] = ["error", "warning", "info"];
  return severities
    .map(
      (severity) => [severity, diagnostics.filter((d) => d.severity === severity).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => (severity === "info" ? `${count} info` : plural(count, severity)))
    .join(", ");
}
