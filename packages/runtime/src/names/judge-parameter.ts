// Whether a value may take a parameter's place in a channel name, and the way back from text to value.
import type { IntegerParameter, Parameter, StringParameter } from "../channel.ts";
import { counted } from "../counted.ts";
import { hasChannelNameCharacters } from "./name-rules.ts";

const canonicalInteger = /^(?:0|-?[1-9][0-9]*)$/;

const patterns = /*#__PURE__*/ new WeakMap<StringParameter, RegExp>();

/** Answers what is wrong with a value (`must …`), or `undefined` where nothing is. */
export function judgeParameter(parameter: Parameter, value: unknown): string | undefined {
  return parameter.type === "integer"
    ? judgeInteger(parameter, value)
    : judgeString(parameter, value);
}

/** Answers the value that this text stands for, or `undefined` where it stands for none. */
export function readParameter(parameter: Parameter, text: string): string | number | undefined {
  if (parameter.type === "integer" && !canonicalInteger.test(text)) return undefined;
  const value = parameter.type === "integer" ? Number(text) : text;
  return judgeParameter(parameter, value) === undefined ? value : undefined;
}

function judgeInteger({ minimum, maximum }: IntegerParameter, value: unknown): string | undefined {
  // minus zero has no decimal text of its own, so it could not be read back
  if (typeof value !== "number" || !Number.isSafeInteger(value) || Object.is(value, -0)) {
    return "must be an integer of type number, within the safe range";
  }
  if (minimum !== undefined && value < minimum) return `must be at least ${minimum}`;
  if (maximum !== undefined && value > maximum) return `must be at most ${maximum}`;
  return undefined;
}

function judgeString(parameter: StringParameter, value: unknown): string | undefined {
  if (typeof value !== "string") return "must be a string";
  if (value === "") return "must not be empty";
  if (!hasChannelNameCharacters(value)) {
    return "must consist of letters, digits and the characters _-=@,.;";
  }
  const { enum: allowed, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = parameter;
  if (allowed && !allowed.includes(value)) {
    return `must be one of ${allowed.map((one) => JSON.stringify(one)).join(", ")}`;
  }
  if (value.length < minLength) return `must have at least ${counted(minLength, "character")}`;
  if (value.length > maxLength) return `must have at most ${counted(maxLength, "character")}`;
  if (!patternOf(parameter)?.test(value) && parameter.pattern !== undefined) {
    return `must match ${parameter.pattern}`;
  }
  return undefined;
}

function patternOf(parameter: StringParameter): RegExp | undefined {
  if (parameter.pattern === undefined) return undefined;
  let pattern = patterns.get(parameter);
  if (!pattern) {
    pattern = new RegExp(parameter.pattern, "u");
    patterns.set(parameter, pattern);
  }
  return pattern;
}
