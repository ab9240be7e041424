// The lines of the config that let single breaks pass, which no changeset can approve alone.
import type { Change } from "@lockstep/codegen";
import type { AcceptedBreak } from "@lockstep/codegen/config";

export interface JudgedBreaks {
  /** What needs a line, and has none that holds. */
  readonly unaccepted: readonly Change[];
  /** What is wrong with lines, each a sentence that begins with its place. */
  readonly warnings: readonly string[];
}

/** @param today `YYYY-MM-DD`, in UTC */
export function judgeAcceptedBreaks(
  changes: readonly Change[],
  accepted: readonly AcceptedBreak[],
  today: string,
): JudgedBreaks {
  const needy = changes.filter(({ needsOverride }) => needsOverride);
  const isFor = ({ rule, at }: AcceptedBreak, change: Change): boolean =>
    rule === change.rule && at === change.pointer;
  const warnings = accepted.flatMap((line, index): readonly string[] => {
    const place = `accept[${index}]: "${line.rule}" at "${line.at}"`;
    if (line.until < today) {
      return [`${place} held until ${line.until}; remove it, or give it a later day and a reason`];
    }
    const isUsed = needy.some((change) => isFor(line, change));
    return isUsed ? [] : [`${place} accepts nothing that has changed; remove it`];
  });
  const holding = accepted.filter(({ until }) => until >= today);
  const unaccepted = needy.filter((change) => !holding.some((line) => isFor(line, change)));
  return { unaccepted, warnings };
}

/** What to write in the config. */
export function lineFor({ rule, pointer }: Change, today: string): string {
  const until = new Date(Date.parse(today) + 30 * 86_400_000).toISOString().slice(0, 10);
  const [at, why] = [JSON.stringify(pointer), JSON.stringify("why it is right")];
  return `accept: [{ rule: "${rule}", at: ${at}, reason: ${why}, until: "${until}" }]`;
}
