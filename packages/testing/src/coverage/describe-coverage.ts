// The coverage as a person reads it.
import { type ContractCoverage, type EventCoverage, shareOf } from "./measure-coverage.ts";

export interface CoverageLimits {
  /** Least share of the events that tests publish, in percent. @default no limit */
  readonly published?: number | undefined;
  /** Least share of the events that tests handle, in percent. @default no limit */
  readonly handled?: number | undefined;
}

/** The report, without a line end. */
export function describeCoverage(coverage: ContractCoverage): string {
  const { title, version, events } = coverage;
  const count = (side: Side) => events.filter((event) => event[side]).length;
  const total = `${events.length} ${events.length === 1 ? "event" : "events"}`;
  return [
    `Contract ${title} ${version}: of ${total}, tests published ${count("isPublished")} and handled ${count("isHandled")}`,
    ...listMissing("published by no test", events, "isPublished"),
    ...listMissing("handled by no test", events, "isHandled"),
  ].join("\n");
}

/** One sentence for each limit that is not met. */
export function describeShortfalls(
  coverage: ContractCoverage,
  { published = 0, handled = 0 }: CoverageLimits,
): string[] {
  const sides = [
    { side: "isPublished", what: "published", least: published },
    { side: "isHandled", what: "handled", least: handled },
  ] as const;
  return sides
    .filter(({ side, least }) => shareOf(coverage, side) < least)
    .map(
      ({ side, what, least }) =>
        `contract coverage: ${shareOf(coverage, side).toFixed(1)} % of the events are ${what} by a test, and ${least} % must be; test those listed above`,
    );
}

type Side = "isPublished" | "isHandled";

function listMissing(title: string, events: readonly EventCoverage[], side: Side): string[] {
  const missing = events.filter((event) => !event[side]);
  if (missing.length === 0) return [];
  // a backend alone handles nothing, and that is no news of each event
  if (missing.length === events.length) return [`  ${title}: all of them`];
  return [`  ${title}`, ...missing.map(({ channel, name }) => `    ${channel} ${name}`)];
}
