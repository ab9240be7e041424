// Says discreetly that something on the wire was off-contract or refused, and what.
import { addProblem, type Problem } from "./problems.ts";
import { useSignInFault } from "./use-sign-in-fault.ts";

export interface ProblemsStatusProps {
  readonly problems: readonly Problem[];
}

/** Takes its place only when there is something to say. */
export function ProblemsStatus(props: ProblemsStatusProps) {
  const fault = useSignInFault();
  const problems = fault ? addProblem(props.problems, fault) : props.problems;
  const total = problems.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="problems" role="status" aria-label="Problems">
      {total === 0 ? null : (
        <details>
          <summary>
            {total === 1 ? "1 problem" : `${total} problems`}
            {problems.every(isLeftOut) ? <span> – left out, the list is not affected</span> : null}
          </summary>
          <ul>
            {problems.map(({ id, stage, channel, event, message, count }) => (
              <li key={id}>
                <code>{[channel, event].filter(Boolean).join(" · ") || stage}</code>
                {count > 1 ? <span className="hint">{` ${count} times`}</span> : null}
                <p>{message}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** A sign-in or a subscription that failed, or an event that never came, is more than one that was left out. */
function isLeftOut({ stage }: Problem): boolean {
  return stage !== "sign-in" && stage !== "subscribe" && stage !== "sequence";
}
