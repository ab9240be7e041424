// What came over the wire and was not what the contract says, as a component keeps it.
import type { OnError } from "@lockstep/runtime/subscribe";
import { useState } from "react";
import { addProblem, type Problem } from "./problems.ts";

export function useProblems(): {
  readonly problems: readonly Problem[];
  readonly onError: OnError;
} {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  return {
    problems,
    onError: ({ message }, { stage, channel, event }) =>
      setProblems((known) => addProblem(known, { stage, channel, event, message })),
  };
}
