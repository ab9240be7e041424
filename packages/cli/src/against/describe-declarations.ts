// What is wrong with what changesets say of a change, and how to mend it.
import type { Bump, ContractDiff, Diagnostic } from "@lockstep/codegen";
import type { Declarations } from "../changesets/judge-declarations.ts";
import { wholeFile } from "../diagnostics.ts";

export interface DescribedDeclarations {
  readonly diagnostics: readonly Diagnostic[];
  /** Each a line for a person. */
  readonly advice: readonly string[];
}

/** @param writeCommand what a person types to have the changeset written */
export function describeDeclarations(
  { breaking }: Pick<ContractDiff, "breaking">,
  { folder, required, missing, pending, wanted }: Declarations,
  writeCommand: string,
): DescribedDeclarations {
  if (folder === undefined || required.length === 0) {
    if (!breaking) return { diagnostics: [], advice: [] };
    const problem =
      folder === undefined
        ? "there is none here, and a break passes by a changeset alone; run npx @changesets/cli init"
        : "no package.json with a name is above the generated code, so no changeset can release a break; add one";
    return { diagnostics: [fault("changeset-missing", ".changeset", problem)], advice: [] };
  }
  const unreadable = pending.flatMap((changeset) =>
    changeset.fault === undefined
      ? []
      : [fault("changeset-invalid", `${folder.name}/${changeset.file}`, changeset.fault)],
  );
  if (missing.length === 0) return { diagnostics: unreadable, advice: [] };
  const file = `${folder.name}/${wanted.file}`;
  // what a person has made of it is not written anew
  const isEdited = pending.some((changeset) => changeset.file === wanted.file);
  const way = `${isEdited ? "correct" : "write"} ${file}`;
  const absent = missing.filter(({ declared }) => declared === "none");
  const small = missing.filter(({ declared }) => declared !== "none");
  const needs = (one: { readonly name: string; readonly bump: Bump }): string =>
    `"${one.name}" (${one.bump})`;
  const diagnostics = [
    ...unreadable,
    ...(absent.length === 0
      ? []
      : [
          fault(
            "changeset-missing",
            folder.name,
            `no new changeset releases ${absent.map(needs).join(", ")}; ${way}`,
          ),
        ]),
    ...small.map(({ name, bump, declared }) =>
      fault(
        "changeset-too-small",
        folder.name,
        `new changesets release "${name}" as ${declared}, and it needs ${bump}; ${way}`,
      ),
    ),
  ];
  return { diagnostics, advice: isEdited ? [] : [`mend it with: ${writeCommand}`] };
}

function fault(code: string, file: string, problem: string): Diagnostic {
  return { severity: "error", code, ...wholeFile(file), message: `${file}: ${problem}` };
}
