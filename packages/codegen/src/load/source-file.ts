// One file of a contract: its text, its value as plain JSON data, and the place of every part of it.
import { LineCounter } from "yaml";
import type { Diagnostic } from "../diagnostic.ts";
import { findJsonFault, type JsonFault } from "./json-error.ts";
import { parsePointer } from "./json-pointer.ts";
import { locateNode } from "./locate-node.ts";
import { locatePiece } from "./locate-piece.ts";
import { maxDepth, parseYaml } from "./parse-yaml.ts";
import { type Pieces, readPieces } from "./read-pieces.ts";
import { readYaml } from "./read-yaml.ts";
import { describeYamlError } from "./yaml-error.ts";
import { type YamlFault, yamlToJson } from "./yaml-to-json.ts";

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
  /** What the text, or a good one before it, was read by. */
  readonly pieces?: Pieces | undefined;
  /** Whether it is good, and no quicker parser could read it. */
  readonly isUnusual?: boolean;
}

/**
 * Reads YAML 1.2 (core schema, so JSON too) as data: unknown tags, cycles and alias bombs are faults. Places are looked
 * for when the first is asked for, since most documents are right, and then in the piece that it is in.
 *
 * @param last the same file before a change, where there will be more of them: it is read by pieces
 */
export function parseSourceFile(
  file: string,
  text: string,
  last?: Pick<SourceFile, "isUnusual" | "pieces">,
): SourceFile {
  const fault = file.endsWith(".json") ? findJsonFault(text) : undefined;
  if (fault !== undefined) return { ...refuseJson(file, text, fault), pieces: last?.pieces };
  const isUnusual = last?.isUnusual === true && anchorOrMerge.test(text);
  const pieces = last && !isUnusual ? readPieces(text, last.pieces?.byText) : undefined;
  const read = pieces ?? (isUnusual ? undefined : readYaml(text));
  if (read === undefined) {
    const parsed = parseWithPlaces(file, text);
    return { ...parsed, pieces: last?.pieces, isUnusual: parsed.value !== undefined };
  }
  const locateQuickly = once(() => createLocate(text, pieces ?? readPieces(text)));
  const parsed = once(() => parseWithPlaces(file, text));
  const locate = onceForEach(
    (pointer: string) => locateQuickly()(pointer) ?? parsed().locate(pointer),
  );
  return { file, text, value: read.value, diagnostics: [], locate, pieces };
}

/** What most files have in them that no quicker parser can read; text may look like it. */
const anchorOrMerge = /(?:^|[\s[{,])&[^\s&]|<<\s*:/m;

/** Answers a place by the pieces of a text; `undefined` where they do not tell. */
function createLocate(
  text: string,
  pieces: Pieces | undefined,
): (pointer: string) => Position | undefined {
  return (pointer) => {
    const keys = parsePointer(pointer);
    const offset = pieces && keys && locatePiece(pieces.all, keys);
    if (offset === undefined) return undefined;
    const before = text.slice(0, offset);
    const line = before.split("\n").length;
    return { line, column: offset - before.lastIndexOf("\n") };
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A line and a column of one place are asked for one after the other. */
function onceForEach<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

function refuseJson(file: string, text: string, { offset, message }: JsonFault): SourceFile {
  const before = text.slice(0, offset).split("\n");
  const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const place = { file, ...position, pointer: "" };
  const diagnostics = [{ severity: "error" as const, code: "json-syntax", ...place, message }];
  return { file, text, value: undefined, diagnostics, locate: () => position };
}

function parseWithPlaces(file: string, text: string): SourceFile {
  const lineCounter = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(Math.min(offset, text.length));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const told = (
    severity: Diagnostic["severity"],
    code: string,
    { offset, pointer, message }: YamlFault,
  ): Diagnostic => ({ severity, code, file, ...positionAt(offset), pointer, message });

  const parsed = parseYaml(text, lineCounter);
  if ("tooDeepAt" in parsed) {
    const message = `document: nested deeper than ${maxDepth} levels; flatten it`;
    const fault = { offset: parsed.tooDeepAt, pointer: "", message };
    const diagnostics = [told("error", "yaml-unsupported", fault)];
    return { file, text, value: undefined, diagnostics, locate: () => positionAt(0) };
  }
  const { document } = parsed;
  const locate = onceForEach((pointer: string) => positionAt(locateNode(document, pointer)));
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    const diagnostics = errors.map((error) => {
      const { code, message } = describeYamlError(error, text);
      return told("error", code, { offset: error.pos[0], pointer: "", message });
    });
    return { file, text, value: undefined, diagnostics: firstOfEachLine(diagnostics), locate };
  }
  const { value, faults, warnings } = yamlToJson(document);
  const diagnostics = [
    ...faults.map((fault) => told("error", "yaml-unsupported", fault)),
    ...warnings.map((warning) => told("warning", "merge-order", warning)),
  ];
  return { file, text, value: faults.length === 0 ? value : undefined, diagnostics, locate };
}

/** What the parser finds behind an error of syntax on the same line mostly follows from it. */
function firstOfEachLine(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byLine = new Map<number, Diagnostic>();
  for (const diagnostic of diagnostics) {
    if (!byLine.has(diagnostic.line)) byLine.set(diagnostic.line, diagnostic);
  }
  return [...byLine.values()];
}
