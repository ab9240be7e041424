// What changesets do not say of what a contract needs.
import type { Bump } from "@lockstep/codegen";
import { isSmaller, largestBump } from "./bump.ts";
import type { AreTogether } from "./changeset-folder.ts";
import type { Changeset, Release } from "./read-changesets.ts";

export interface MissingRelease extends Release {
  /** What changesets say of the package so far, the packages that are released with it included. */
  readonly declared: Bump;
}

/** `changeset status` is no such gate: it passes with a changeset of any size for any package. */
export function missingReleases(
  required: readonly Release[],
  changesets: readonly Changeset[],
  areTogether: AreTogether,
): readonly MissingRelease[] {
  const releases = changesets.flatMap((changeset) => changeset.releases);
  return required
    .map(({ name, bump }) => {
      const ofIt = releases.filter((release) => areTogether(release.name, name));
      return { name, bump, declared: largestBump(ofIt.map((release) => release.bump)) };
    })
    .filter(({ bump, declared }) => isSmaller(declared, bump));
}
