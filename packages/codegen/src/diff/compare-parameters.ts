// Parameters of a channel, which are inputs on both sides: a wider one breaks nobody.
import type { ChannelModel, Origin, ParameterModel } from "../model/contract-model.ts";
import { parametersOf } from "./addresses.ts";
import type { ChannelPair } from "./compare-channels.ts";
import { compareConstraint } from "./compare-constraint.ts";
import { compareWords } from "./compare-words.ts";
import type { Comparison } from "./finding.ts";

export interface ParameterPair {
  readonly before: ParameterModel;
  readonly after: ParameterModel;
  readonly subject: string;
}

export function compareParameters(comparison: Comparison, pair: ChannelPair): void {
  const { before, after } = pair;
  const older = parametersOf(before.address);
  const newer = parametersOf(after.address);
  const renames = renamesOf(pair);
  for (const name of older) {
    const to = newer.includes(name) ? name : renames.get(name);
    const subject = `channel "${before.key}" parameter "${name}"`;
    if (to === undefined) {
      const place = { before: parameterOf(before, name).origin, around: after.origin };
      comparison.report({
        rule: "channel-parameter-removed",
        subject,
        detail: "removed",
        ...place,
      });
      continue;
    }
    const parameters = {
      before: parameterOf(before, name),
      after: parameterOf(after, to),
      subject,
    };
    if (to !== name) reportRename(comparison, parameters);
    compareParameter(comparison, parameters);
  }
  for (const name of newer) {
    if (older.includes(name) || [...renames.values()].includes(name)) continue;
    const subject = `channel "${before.key}" parameter "${name}"`;
    const place = { after: parameterOf(after, name).origin };
    comparison.report({ rule: "channel-parameter-added", subject, detail: "added", ...place });
  }
}

/** Names that only one side knows, at the same place among as many others. */
function renamesOf({ before, after }: ChannelPair): ReadonlyMap<string, string> {
  const older = parametersOf(before.address);
  const newer = parametersOf(after.address);
  if (older.length !== newer.length) return new Map();
  const entries = older.flatMap((name, index): (readonly [string, string])[] => {
    const to = newer[index];
    return to === undefined || newer.includes(name) || older.includes(to) ? [] : [[name, to]];
  });
  return new Map(entries);
}

/** The parameter as declared; an address may name one that is not. */
function parameterOf({ parameters, origin }: ChannelModel, name: string): ParameterModel {
  const declared = parameters.find((parameter) => parameter.name === name);
  return declared ?? { name, constraint: { type: "string" }, origin };
}

function reportRename({ report }: Comparison, { before, after, subject }: ParameterPair): void {
  const detail = `renamed to "${after.name}"`;
  report({ rule: "channel-parameter-renamed", subject, detail, ...placesOf(before, after) });
}

function compareParameter(comparison: Comparison, pair: ParameterPair): void {
  const { before, after, subject } = pair;
  compareConstraint(comparison, pair);
  const places = placesOf(before, after);
  const { report } = comparison;
  if (before.default !== after.default) {
    if (before.default === undefined) {
      const detail = `the default "${after.default}" was added`;
      report({ rule: "channel-parameter-default-added", subject, detail, ...places });
    } else if (after.default === undefined) {
      const detail = `the default "${before.default}" was removed`;
      report({ rule: "channel-parameter-default-removed", subject, detail, ...places });
    } else {
      const detail = `the default "${before.default}" became "${after.default}"`;
      report({ rule: "channel-parameter-default-changed", subject, detail, ...places });
    }
  }
  compareWords(comparison, { before: described(before), after: described(after), subject });
}

function described({ description, examples, origin }: ParameterModel): {
  readonly words: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
} {
  return { words: { description, examples }, origin };
}

function placesOf(
  before: { readonly origin: Origin },
  after: { readonly origin: Origin },
): { readonly before: Origin; readonly after: Origin } {
  return { before: before.origin, after: after.origin };
}
