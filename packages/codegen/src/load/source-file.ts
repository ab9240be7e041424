// One file of a contract: its text, its value as plain JSON data, and the place of every part of it.
import { type Document, LineCounter, parseDocument } from "yaml";
import type { Diagnostic } from "../diagnostic.ts";
import { locateNode } from "./locate-node.ts";
import { describeYamlError, isStackOverflow } from "./yaml-error.ts";
import { yamlToJson } from "./yaml-to-json.ts";

/** A position in a text, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface SourceFile {
  /** Path from the working folder, with `/`. */
  readonly file: string;
  readonly text: string;
  /** Plain JSON data; `undefined` where the text could not be read as such. */
  readonly value: unknown;
  /** All that is wrong with the text itself. */
  readonly diagnostics: readonly Diagnostic[];
  /** The place of the part that `pointer` names, or of the nearest part around it that exists. */
  readonly locate: (pointer: string) => Position;
}

/** Reads YAML 1.2 (core schema, so JSON too) as data: unknown tags, cycles and alias bombs are faults. */
export function parseSourceFile(file: string, text: string): SourceFile {
  const lineCounter = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(Math.min(offset, text.length));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const fault = (code: string, offset: number, pointer: string, message: string): Diagnostic => ({
    severity: "error",
    code,
    file,
    ...positionAt(offset),
    pointer,
    message,
  });

  const document = parseYaml(text, lineCounter);
  if (document === undefined) {
    const tooDeep = fault("yaml-unsupported", 0, "", "document: nested too deeply; flatten it");
    return { file, text, value: undefined, diagnostics: [tooDeep], locate: () => positionAt(0) };
  }
  const locate = (pointer: string): Position => positionAt(locateNode(document, pointer));
  const all = [...document.errors, ...document.warnings];
  const overflow = all.find(isStackOverflow);
  // behind it every open bracket is an error of its own
  const errors = overflow ? [overflow] : all;
  if (errors.length > 0) {
    const diagnostics = errors.map((error) => {
      const { code, message } = describeYamlError(error, text);
      return fault(code, error.pos[0], "", message);
    });
    return { file, text, value: undefined, diagnostics: firstOfEachLine(diagnostics), locate };
  }
  const { value, faults } = yamlToJson(document);
  const diagnostics = faults.map(({ offset, pointer, message }) =>
    fault("yaml-unsupported", offset, pointer, message),
  );
  return { file, text, value: faults.length === 0 ? value : undefined, diagnostics, locate };
}

/** `undefined` where the text is nested deeper than the parser's stack. */
function parseYaml(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      schema: "core",
      merge: false,
      logLevel: "error",
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What the parser finds behind an error of syntax on the same line mostly follows from it. */
function firstOfEachLine(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byLine = new Map<number, Diagnostic>();
  for (const diagnostic of diagnostics) {
    if (!byLine.has(diagnostic.line)) byLine.set(diagnostic.line, diagnostic);
  }
  return [...byLine.values()];
}
