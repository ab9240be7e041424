// A contract's files in memory, as written.
import type { Diagnostic } from "../diagnostic.ts";
import type { Origin } from "../model/contract-model.ts";
import type { SourceFile } from "./source-file.ts";

export interface LoadedDocument {
  /** Root document, as its path from the working folder, with `/`. */
  readonly file: string;
  /** Every file that was asked for, sorted, also where it could not be read. */
  readonly files: readonly string[];
  /** The files that could be read, by path, and again by the URL that they stand for. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** All that is wrong with the files and the references between them. */
  readonly diagnostics: readonly Diagnostic[];
  /** The place of a part; of the nearest part around it where it does not exist. */
  readonly locate: (file: string, pointer: string) => Origin;
  /** Text of a line, from 1, without its end. */
  readonly sourceLine: (file: string, line: number) => string | undefined;
}
