// `npm run bench [name…]`: prints figures, side by side, each table from one run. It judges nothing.
import { benchEventCost, benchEvents, benchFanOut, benchMemory, benchStart } from "./dev-server.ts";
import { benchDispatch } from "./dispatch-events.ts";
import { benchGenerateGrowth } from "./generate-growth.ts";
import { benchGeneratePhases } from "./generate-phases.ts";
import { benchGenerateTime } from "./generate-time.ts";
import { benchLargePageSize } from "./large-page-size.ts";
import { benchOutboxKills, benchOutboxRelay, benchOutboxRequest } from "./outbox.ts";
import { benchPageSize } from "./page-size.ts";
import { benchPublish } from "./publish-events.ts";
import { formatTable, type Table } from "./table.ts";
import { benchTypeCheck } from "./type-check.ts";
import { benchUnchangedTime } from "./unchanged-time.ts";
import { benchWatchTime } from "./watch-time.ts";

const benches: Readonly<Record<string, () => Table | Promise<Table>>> = {
  "page-size": benchPageSize,
  "large-page-size": benchLargePageSize,
  "type-check": benchTypeCheck,
  "generate-time": benchGenerateTime,
  "generate-phases": benchGeneratePhases,
  "generate-growth": benchGenerateGrowth,
  "unchanged-time": benchUnchangedTime,
  "watch-time": benchWatchTime,
  publish: benchPublish,
  dispatch: benchDispatch,
  "dev-server-fan-out": benchFanOut,
  "dev-server-events": benchEvents,
  "dev-server-event-cost": benchEventCost,
  "dev-server-memory": benchMemory,
  "dev-server-start": benchStart,
  "outbox-relay": benchOutboxRelay,
  "outbox-request": benchOutboxRequest,
};

/** Run only where they are named: they take minutes. */
const longBenches: typeof benches = { "outbox-kills": benchOutboxKills };

const all = { ...benches, ...longBenches };
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in all));
if (unknown.length > 0) {
  console.error(`no benchmark "${unknown.join('", "')}"; there are ${Object.keys(all).join(", ")}`);
  process.exitCode = 2;
} else {
  for (const [name, bench] of Object.entries(all)) {
    const isWanted = wanted.length === 0 ? name in benches : wanted.includes(name);
    if (isWanted) console.log(`${formatTable(await bench())}\n`);
  }
}
