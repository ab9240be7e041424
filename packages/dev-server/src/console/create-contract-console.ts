// The contract console: keeps what happened last, and tells the pages that look.
import type { Contract } from "../contract/contract.ts";
import type { Finding } from "../contract/finding.ts";
import { watchDeprecated } from "../contract/watch-deprecated.ts";
import type { Hub } from "../protocol/hub.ts";
import type { DevServerEvent } from "../protocol/observed.ts";
import { type Observation, recordOf } from "./console-record.ts";
import { describeContract } from "./describe-contract.ts";
import { type ConnectionNote, describeState } from "./describe-state.ts";
import type { ConsoleMessage, ConsoleSettings } from "./page/wire.ts";

// records that are kept, and records that one message carries
const mostRecords = 500;
// how often the pages are told
const intervalMs = 100;

/** A page that looks. */
export interface Viewer {
  tell(message: ConsoleMessage): void;
  end(): void;
}

export interface ContractConsole {
  readonly contract: Contract | undefined;
  readonly viewers: number;
  take(event: DevServerEvent, findings: readonly Finding[]): void;
  /** Takes what was found without anything having happened. */
  report(finding: Finding): void;
  useContract(contract: Contract): void;
  /** Tells a page everything, and from then on what is new; answers how to end that. */
  attend(viewer: Viewer): () => void;
  close(): void;
}

export interface CreateContractConsoleOptions {
  readonly hub: Hub;
  readonly contract: Contract | undefined;
  /** Asked when the first page looks: a port is known only then. */
  readonly settings: () => ConsoleSettings;
}

/** Creates a console; what it keeps is bounded, and it does next to nothing while no page looks. */
export function createContractConsole({
  hub,
  settings,
  ...options
}: CreateContractConsoleOptions): ContractConsole {
  const { clock } = hub.state;
  const viewers = new Set<Viewer>();
  const notes = new Map<string, ConnectionNote>();
  let { contract } = options;
  const deprecated = watchDeprecated(contract, clock);
  let kept: Observation[] = [];
  let told = 0;
  let count = 0;
  let isStateTold = true;
  let cancel: (() => void) | undefined;

  const hello = (): ConsoleMessage => ({
    type: "hello",
    settings: settings(),
    contract: contract ? describeContract(contract) : null,
    records: kept.slice(-mostRecords).map(recordOf),
    state: describeState(hub.state, { notes, deprecated }),
  });
  const flush = () => {
    cancel = undefined;
    const records = kept
      .filter(({ id }) => id > told)
      .slice(-mostRecords)
      .map(recordOf);
    const state = isStateTold ? {} : { state: describeState(hub.state, { notes, deprecated }) };
    told = count;
    isStateTold = true;
    for (const viewer of viewers) viewer.tell({ type: "news", records, ...state });
  };
  const keep = (event: DevServerEvent | undefined, findings: readonly Finding[]) => {
    const isJudged = contract !== undefined;
    kept.push({ id: ++count, at: clock.now(), event, findings, isJudged });
    // cut rarely, so that keeping one more costs next to nothing
    if (kept.length >= 2 * mostRecords) kept = kept.slice(-mostRecords);
    if (viewers.size > 0) cancel ??= clock.after(intervalMs, flush);
  };
  return {
    get contract() {
      return contract;
    },
    get viewers() {
      return viewers.size;
    },
    take(event, findings) {
      if (event.type === "connected") {
        notes.set(event.socketId, { client: event.client ?? "", since: clock.now() });
      } else if (event.type === "disconnected") notes.delete(event.socketId);
      const isMessage = event.type === "published" || event.type === "client-event";
      const isCounted = deprecated.take(event);
      isStateTold &&= isMessage && !isCounted;
      // another event says it already
      if (event.type === "channel-occupied" || event.type === "channel-vacated") return;
      keep(event, findings);
    },
    report: (finding) => keep(undefined, [finding]),
    useContract(other) {
      contract = other;
      deprecated.useContract(other);
      for (const viewer of viewers) viewer.tell(hello());
    },
    attend(viewer) {
      if (viewers.size === 0) told = count;
      viewers.add(viewer);
      viewer.tell(hello());
      return () => viewers.delete(viewer);
    },
    close() {
      cancel?.();
      for (const viewer of viewers) viewer.end();
      viewers.clear();
    },
  };
}
