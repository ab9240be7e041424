// From a document to its payloads as JSON Schema, in memory.
import { filterChannels } from "../channel-filter.ts";
import { type Diagnostic, hasError, sortDiagnostics } from "../diagnostic.ts";
import type { GenerateOptions } from "../generate.ts";
import { loadContract } from "../load-contract.ts";
import type { GeneratedFile } from "../write/generated-file.ts";
import { type ExportFormat, emitJsonSchemas } from "./emit-json-schemas.ts";

export interface ExportContractOptions
  extends Pick<GenerateOptions, "input" | "cwd" | "only" | "channels" | "remote"> {
  /** Folder of the files. */
  readonly output: string;
  /** @default bundle */
  readonly format?: ExportFormat | undefined;
  /**
   * What each `$id` begins with, an absolute URI.
   *
   * @default `https://lockstep.invalid/` and the contract's title
   */
  readonly baseUri?: string | undefined;
  /** Named in each file as the way to make it again. */
  readonly command: string;
}

export interface ExportContractResult {
  /** Empty where a diagnostic is an error. */
  readonly files: readonly GeneratedFile[];
  /** The output folder, where there are files. */
  readonly folders: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Files that hold JSON Schema, told from others by the end of their names. */
export const jsonSchemaFiles: RegExp = /\.schema\.json$/;

/**
 * Writes nothing. Each payload judges as the generated schema does: exactly, a field that is not declared passes where
 * `additionalProperties` is unsaid.
 */
export async function exportContract(
  options: ExportContractOptions,
): Promise<ExportContractResult> {
  const { input, cwd = process.cwd(), only, remote, channels, output, command } = options;
  const loaded = await loadContract(input, { cwd, remote, lint: only !== "events" });
  const nothing = { files: [], folders: [] };
  if (loaded.model === undefined) return { ...nothing, diagnostics: loaded.diagnostics };
  const { model, diagnostics: unmatched } = filterChannels(loaded.model, channels);
  const { files, diagnostics: found } = emitJsonSchemas(model, {
    folder: output,
    format: options.format ?? "bundle",
    baseUri: options.baseUri,
    command,
  });
  const diagnostics = sortDiagnostics([...loaded.diagnostics, ...unmatched, ...found]);
  if (hasError(diagnostics)) return { ...nothing, diagnostics };
  return { files, folders: [output], diagnostics };
}
