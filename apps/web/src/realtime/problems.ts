// What came over the wire and was not what the contract says: newest first, repetitions counted.
export interface Problem {
  readonly id: number;
  /** Where it was noticed, such as `validate`. */
  readonly stage: string;
  readonly channel: string | undefined;
  readonly event: string | undefined;
  readonly message: string;
  readonly count: number;
}

export type Fault = Omit<Problem, "id" | "count">;

const MOST_KEPT = 20;

export function addProblem(problems: readonly Problem[], fault: Fault): readonly Problem[] {
  const same = problems.find((problem) => isSame(problem, fault));
  const others = problems.filter((problem) => problem !== same);
  const id = Math.max(0, ...problems.map((problem) => problem.id)) + 1;
  const problem = { ...fault, id: same?.id ?? id, count: (same?.count ?? 0) + 1 };
  return [problem, ...others].slice(0, MOST_KEPT);
}

function isSame(problem: Problem, fault: Fault): boolean {
  return (
    problem.stage === fault.stage &&
    problem.channel === fault.channel &&
    problem.event === fault.event &&
    problem.message === fault.message
  );
}
