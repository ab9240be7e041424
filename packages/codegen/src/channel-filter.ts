// Which channels of a contract code is made for.
import { nearestName } from "@lockstep/runtime";
import type { Diagnostic } from "./diagnostic.ts";
import type { ContractModel } from "./model/contract-model.ts";

/** Keys of channels; `*` stands for any text. */
export interface ChannelFilter {
  /** @default all */
  readonly include?: readonly string[] | undefined;
  /** Of those that are included. */
  readonly exclude?: readonly string[] | undefined;
}

/** Leaves the other channels out, and reports each pattern that no channel matches. */
export function filterChannels(
  model: ContractModel,
  { include, exclude = [] }: ChannelFilter = {},
): { readonly model: ContractModel; readonly diagnostics: readonly Diagnostic[] } {
  const keys = model.channels.map(({ key }) => key);
  const diagnostics = [...(include ?? []), ...exclude]
    .filter((pattern) => !keys.some((key) => matches(pattern, key)))
    .map((pattern) => describe(model, pattern, nearestName(pattern, keys)));
  const isWanted = (key: string): boolean =>
    (include ?? ["*"]).some((pattern) => matches(pattern, key)) &&
    !exclude.some((pattern) => matches(pattern, key));
  const channels = model.channels.filter(({ key }) => isWanted(key));
  return { model: { ...model, channels }, diagnostics };
}

function matches(pattern: string, key: string): boolean {
  const [first = "", ...parts] = pattern.split("*");
  const last = parts.pop();
  if (last === undefined) return key === pattern;
  if (!key.startsWith(first) || !key.endsWith(last)) return false;
  let from = first.length;
  for (const part of parts) {
    const at = key.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return from <= key.length - last.length;
}

function describe({ file }: ContractModel, pattern: string, meant: string | undefined): Diagnostic {
  const way = meant === undefined ? "correct the filter" : `did you mean "${meant}"?`;
  const message = `channels: none matches the filter "${pattern}"; ${way}`;
  const place = { file, line: 1, column: 1, pointer: "/channels" };
  return { severity: "error", code: "filter-unmatched", ...place, message };
}
