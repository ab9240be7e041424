// What differs between two contracts, by meaning, and who breaks by it.
import { compareText } from "../diagnostic.ts";
import type { ContractModel } from "../model/contract-model.ts";
import type { Bump, Change, ContractDiff } from "./change.ts";
import { compareChannels } from "./compare-channels.ts";
import { type Finding, toChange } from "./finding.ts";

export interface DiffOptions {
  /**
   * The day by which sunsets are judged, `YYYY-MM-DD`.
   *
   * @default the day it is, in UTC
   */
  readonly today?: string;
}

/**
 * Compares two contracts by their meaning. Only what a channel reaches counts, each change once for every event that
 * it is part of.
 */
export function diffContracts(
  before: ContractModel,
  after: ContractModel,
  { today = new Date().toISOString().slice(0, 10) }: DiffOptions = {},
): ContractDiff {
  const findings = new Map<string, Finding>();
  const report = (finding: Finding): void => {
    const { rule, subject, detail } = finding;
    findings.set(JSON.stringify([rule, subject, detail]), finding);
  };
  compareChannels({ before, after, today, report });
  const changes = [...findings.values()].map(toChange).sort(compareChanges);
  return {
    breaking: changes.some(({ breaking }) => breaking),
    bump: largestBump(changes.map(({ bump }) => bump)),
    changes,
    identical: before.digest() === after.digest(),
  };
}

const bumps: readonly Bump[] = ["none", "patch", "minor", "major"];

/** `none` of no bumps. */
export function largestBump(given: readonly Bump[]): Bump {
  return bumps[Math.max(0, ...given.map((bump) => bumps.indexOf(bump)))] ?? "none";
}

const levels: readonly Change["level"][] = ["error", "warning", "info"];

function compareChanges(one: Change, two: Change): number {
  return (
    levels.indexOf(one.level) - levels.indexOf(two.level) ||
    compareText(one.file, two.file) ||
    one.line - two.line ||
    one.column - two.column ||
    compareText(one.rule, two.rule) ||
    compareText(one.message, two.message)
  );
}
