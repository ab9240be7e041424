// The option `--today`, by which several commands judge sunsets.
import { isDay } from "@lockstep/codegen/lock";
import { InvalidArgumentError, Option } from "commander";

/** @param when begins the description, where the option counts only beside another one */
export function todayOption(when = ""): Option {
  const description = `${when}the day that sunsets are judged by (default: today, in UTC)`;
  return new Option("--today <day>", description).argParser(parseDay);
}

function parseDay(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError("It must be a day like 2027-06-30.");
}
