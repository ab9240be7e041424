// From a file's name to the contract that it writes down, with all that is wrong with it.
import { type Diagnostic, hasError, sortDiagnostics } from "./diagnostic.ts";
import { lintModel, lintPart } from "./lint/lint-model.ts";
import { type LoadDocumentOptions, loadDocument } from "./load/load-document.ts";
import type { LoadedDocument } from "./load/loaded-document.ts";
import type { Memory } from "./memory/memory.ts";
import { buildModel } from "./model/build-model.ts";
import type { ContractModel } from "./model/contract-model.ts";
import { readVersion } from "./model/read-version.ts";
import { startPhase } from "./phase.ts";
import { createValidator, type Validator } from "./validate/create-validator.ts";
import { validateDocument } from "./validate/validate-document.ts";

export interface LoadContractResult {
  /** Absent where a diagnostic is an error. */
  readonly model?: ContractModel;
  /** By file, line and column. */
  readonly diagnostics: Diagnostic[];
  /** Every file that was asked for, sorted, also where it could not be read. */
  readonly files: string[];
  /** Text of a line, from 1, of one of these files. */
  readonly sourceLine: (file: string, line: number) => string | undefined;
}

export interface LoadContractOptions extends LoadDocumentOptions {
  /**
   * Whether the events travel over Pusher, so that its rules hold. Without it only their types are wanted, of a document
   * of any transport.
   *
   * @default true
   */
  readonly lint?: boolean;
  /**
   * Whether the official parser judges too, which takes most of the time.
   *
   * @default true
   */
  readonly validate?: boolean | undefined;
  /**
   * The official parser, where it was started before; ended by this run.
   *
   * @default one that is started now
   */
  readonly validator?: Validator | undefined;
}

/** Loads, validates, models and lints a contract. Never rejects for what the document says. */
export async function loadContract(
  file: string,
  options: LoadContractOptions,
): Promise<LoadContractResult> {
  const { model, diagnostics, validity, files, sourceLine } = await openContract(file, options);
  const all = [...diagnostics, ...(await validity)];
  return {
    ...(model && !hasError(all) && { model }),
    diagnostics: sortDiagnostics(all),
    files,
    sourceLine,
  };
}

/** A contract whose validity is still being judged. */
export interface OpenContract extends LoadContractResult {
  /** The model where nothing but rules of Pusher are broken, for who wants to find what else is wrong. */
  readonly faulty?: ContractModel;
  /** What the official parser finds beside our own diagnostics; nothing where it was not to judge. */
  readonly validity: Promise<readonly Diagnostic[]>;
  /** Lets it judge now. Rejects once `signal` is aborted. */
  readonly validate: (signal?: AbortSignal) => Promise<readonly Diagnostic[]>;
}

/** Does what {@link loadContract} does, but does not wait for the official parser, which works beside the rest. */
export async function openContract(
  file: string,
  options: LoadContractOptions,
): Promise<OpenContract> {
  const { lint = true, validate = true } = options;
  const validator = validate ? (options.validator ?? createValidator()) : undefined;
  try {
    const endLoad = startPhase("load");
    const document = await loadDocument(file, options);
    endLoad();
    const isReadable = !hasError(document.diagnostics) && isAsyncApi(document);
    const ask = async ({ run }: Validator): Promise<Diagnostic[]> =>
      isReadable ? validateDocument(document, run) : [];
    const found = validator ? ask(validator) : Promise.resolve([]);
    const endModel = startPhase("model");
    const { model, diagnostics } = judge(document, lint, options.memory);
    endModel();
    const withoutTold = (all: readonly Diagnostic[]): Diagnostic[] =>
      all.filter((one) => !isToldBy(diagnostics, one, lint && model !== undefined));
    const validity = found.then(withoutTold).finally(() => validator?.close());
    validity.catch(() => undefined);
    return {
      ...(model && (hasError(diagnostics) ? { faulty: model } : { model })),
      diagnostics,
      validity,
      validate: (signal) => {
        const later = createValidator(signal);
        return ask(later)
          .then(withoutTold)
          .finally(() => later.close());
      },
      files: [...document.files],
      sourceLine: document.sourceLine,
    };
  } catch (error) {
    await validator?.close();
    throw error;
  }
}

function judge(
  document: LoadedDocument,
  lint: boolean,
  memory: Memory | undefined,
): { readonly model?: ContractModel; readonly diagnostics: Diagnostic[] } {
  // the steps after loading would only repeat that a part is missing
  if (hasError(document.diagnostics)) return { diagnostics: [...document.diagnostics] };
  const { model, part, ...found } = buildModel(document, { isPusher: lint, memory });
  const diagnostics = [...document.diagnostics, ...found.diagnostics];
  if (!lint) return { ...(model && { model }), diagnostics };
  const linted = model ? lintModel(model) : part ? lintPart(part, diagnostics) : [];
  return { ...(model && { model }), diagnostics: [...diagnostics, ...linted] };
}

/** Whether the parser would judge it by the specification that it is written by. */
function isAsyncApi(document: LoadedDocument): boolean {
  const value = document.sources.get(document.file)?.value;
  return (
    readVersion({ document, diagnostics: [] }, { file: document.file, pointer: "", value }) !==
    undefined
  );
}

/** Whether our own findings, which know the way out, tell what the parser found. */
function isToldBy(own: readonly Diagnostic[], found: Diagnostic, isLinted: boolean): boolean {
  if (isLinted && /^asyncapi[23]-channel-parameters$/.test(found.code)) return true;
  return own.some(
    ({ severity, file, pointer }) =>
      severity === "error" && file === found.file && pointer === found.pointer,
  );
}
