// The values that a document shows for a parameter are values of it.
import { parseChannelName } from "@lockstep/runtime";
import type { ParameterModel } from "../model/contract-model.ts";
import { diagnose, type Rule } from "./rule.ts";

/** @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#parameterObject */
export const parameterValues: Rule = (model) =>
  model.channels.flatMap(({ parameters }) =>
    parameters.flatMap((parameter) => {
      const { constraint, default: defaultValue, examples = [], name, origin } = parameter;
      const shown = [
        ...(defaultValue === undefined ? [] : [{ text: defaultValue, at: "default" }]),
        ...examples.map((text, index) => ({ text, at: `examples/${index}` })),
        ...((constraint.type === "string" && constraint.enum) || []).map((text) => ({
          text,
          at: "enum",
        })),
      ];
      return shown
        .filter(({ text }) => !isValue(parameter, text))
        .map(({ text, at }) => {
          const message = `parameter "${name}": "${text}" under "${at.split("/")[0]}" is no value of it; correct the value or the rules`;
          return diagnose(model.locate(origin, `/${at}`), {
            code: "parameter-value-invalid",
            message,
          });
        });
    }),
  );

function isValue({ constraint }: ParameterModel, text: string): boolean {
  // behind a text of its own, so that no value can look like the prefix of another kind
  const probe = { key: "probe", address: "=={value}", parameters: { value: constraint } };
  return parseChannelName<{ value: string | number }>(probe as never, `==${text}`) !== undefined;
}
