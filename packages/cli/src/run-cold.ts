// A run that makes everything once, in a process that ends with it.
import { setFlagsFromString } from "node:v8";
import { type Validator, withValidator } from "@lockstep/codegen/validator";

/**
 * Starts the official parser, then does the work, which imports the rest beside it.
 *
 * V8 compiles what runs often again, to its fastest code, on other threads. In a process that is about to end this takes a
 * third of all processor time and gives nothing back, so what counts as often is raised fourfold.
 */
export function runCold<Result>(work: (validator: Validator) => Promise<Result>): Promise<Result> {
  // V8 of Node 20, where this was measured; a flag that another V8 lacks would be complained about
  if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=600000");
  return withValidator(work);
}
