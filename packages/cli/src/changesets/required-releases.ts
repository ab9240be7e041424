// The releases that a changed contract asks of the packages that are generated from it.
import { join } from "node:path";
import type { Bump, ContractDiff } from "@lockstep/codegen";
import { defaultOutput, outputFolders, packageAbove } from "@lockstep/codegen/config";
import type { Contract } from "../root-contract.ts";
import { bumpBelowOne, largestBump } from "./bump.ts";
import type { AreTogether } from "./changeset-folder.ts";
import type { Release } from "./read-changesets.ts";

/**
 * Answers one release for each package that needs one, in the order events, publishers, subscribers. Where several are one
 * package, or are always released together, each needs what one of them needs.
 */
export async function requiredReleases(
  diff: ContractDiff,
  contract: Pick<Contract, "breakBelowOne" | "cwd" | "only" | "output">,
  areTogether: AreTogether,
): Promise<readonly Release[]> {
  const needs: (Release & { readonly version: string })[] = [];
  for (const [folder, bump] of bumpsByFolder(diff, contract)) {
    const { name, version = "0.0.0" } = (await packageAbove(join(contract.cwd, folder))) ?? {};
    if (name !== undefined) needs.push({ name, version, bump });
  }
  const releases = needs.map(({ name, version }): Release => {
    const bump = largestBump(
      needs.filter((need) => areTogether(need.name, name)).map((need) => need.bump),
    );
    const isShifted = version.startsWith("0.") && contract.breakBelowOne !== "major";
    return { name, bump: isShifted ? bumpBelowOne(bump) : bump };
  });
  const unique = new Map(releases.map((release) => [release.name, release]));
  return [...unique.values()].filter(({ bump }) => bump !== "none");
}

function bumpsByFolder(
  { bump, changes }: ContractDiff,
  { output = defaultOutput, only }: Pick<Contract, "only" | "output">,
): readonly (readonly [folder: string, bump: Bump])[] {
  const { events, publishers, subscribers } = outputFolders(output);
  if (only === "events") return [[events, bump]];
  return [
    [events, bump],
    [publishers, largestBump(changes.map((change) => change.publishers))],
    [subscribers, largestBump(changes.map((change) => change.subscribers))],
  ];
}
