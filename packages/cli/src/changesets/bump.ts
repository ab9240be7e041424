// Sizes of a release.
import type { Bump } from "@lockstep/codegen";

const sizes: readonly Bump[] = ["none", "patch", "minor", "major"];

export function isSmaller(one: Bump, other: Bump): boolean {
  return sizes.indexOf(one) < sizes.indexOf(other);
}

export function largestBump(bumps: readonly Bump[]): Bump {
  return sizes.findLast((size) => bumps.includes(size)) ?? "none";
}

/** Below 1.0.0 a minor version may break, and a major one would lead to 1.0.0. */
export function bumpBelowOne(bump: Bump): Bump {
  if (bump === "major") return "minor";
  return bump === "minor" ? "patch" : bump;
}
