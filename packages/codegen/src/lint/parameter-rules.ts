// The rules of a parameter leave at least one value, can be compared, and are judged in bounded time.
import type { Parameter } from "@lockstep/runtime";
import { attempt } from "../names/attempt.ts";
import { valueLanguageOf } from "../names/name-language.ts";
import { describeRunaway, findRunaway } from "../names/runaway.ts";
import { diagnose, type Rule } from "./rule.ts";

/** A value stands in a channel name, so it consists of legal characters whatever its pattern says. */
export const parameterRules: Rule = (model) => {
  // channels share parameters, so few of their rules differ
  const faults = new Map<string, Fault | undefined>();
  return model.channels.flatMap(({ parameters }) =>
    parameters.flatMap(({ name, constraint, origin }) => {
      const key = JSON.stringify(constraint);
      if (!faults.has(key)) faults.set(key, judge(constraint));
      const fault = faults.get(key);
      if (fault === undefined) return [];
      const message = `parameter "${name}": ${fault.problem}`;
      return [diagnose(origin, { code: fault.code, message })];
    }),
  );
};

interface Fault {
  readonly code: string;
  readonly problem: string;
}

function judge(constraint: Parameter): Fault | undefined {
  const language = attempt(() => valueLanguageOf(constraint));
  if (language === undefined) {
    const problem = "its pattern is too large to compare; shorten it or its repetitions";
    return { code: "parameter-pattern-too-large", problem };
  }
  if (language.isEmpty) {
    const problem = "no legal value follows its rules; loosen them";
    return { code: "parameter-impossible", problem };
  }
  const pattern = constraint.type === "string" ? constraint.pattern : undefined;
  // the backend judges names that anybody may ask to subscribe to
  const found = pattern === undefined ? undefined : findRunaway(pattern);
  if (found === undefined) return undefined;
  return {
    code: "pattern-runs-away",
    problem: `"pattern" "${pattern}" ${describeRunaway(found)}`,
  };
}
