// Hundreds of kills on each database, and the two wrong orders beside the outbox. Prints a table as JSON.
import { createDatabases, createFolders, type Places } from "../kill/places.ts";
import { type KillReport, runKills } from "../kill/run-kills.ts";
import type { StrategyName } from "../kill/strategies.ts";

/** Kills of the outbox on each database; those of a wrong order are a tenth. */
const kills = Number(process.argv[2] ?? 200);
/** One run makes a few thousand changes, which the last process reads and drains. */
const KILLS_OF_RUN = 20;
/** No run begins after this. */
const PATIENCE_MS = 5 * 60_000;
/** Runs at once, each in a database of its own: a process that starts or waits leaves a core to another. */
const LANES = 2;

const serverUrl = process.env.TEST_DATABASE_URL;
const kinds = [
  { name: "PGlite", create: createFolders, processes: 1 },
  ...(serverUrl
    ? [{ name: "PostgreSQL", create: () => createDatabases(serverUrl), processes: 2 }]
    : []),
];
const orders: readonly (readonly [StrategyName, number])[] = [
  ["outbox", kills],
  ["publish-after-commit", kills / 10],
  ["delete-before-publish", kills / 10],
];

interface Counts {
  kills: number;
  committed: number;
  delivered: number;
  lost: number;
  repeated: number;
  disordered: number;
}

const rows: string[][] = [];
for (const { name, create, processes } of kinds) {
  const places = await create();
  // the controls come first: they take little, and the rest of the time is the outbox's
  const deadline = performance.now() + PATIENCE_MS;
  for (const [strategy, wanted] of [...orders].reverse()) {
    const counts = await killed(places, { strategy, wanted, processes, deadline });
    rows.push([`${strategy} on ${name}`, ...Object.values(counts).map(String)]);
  }
  await places.close();
}
const columns = ["order", "kills", "committed", "delivered", "lost", "repeated", "out of order"];
const title = "events, while processes are killed at random moments under load";
process.stdout.write(`${JSON.stringify({ title, columns, rows })}\n`);

interface KilledOptions {
  readonly strategy: StrategyName;
  readonly wanted: number;
  readonly processes: number;
  readonly deadline: number;
}

async function killed(
  places: Places,
  { strategy, wanted, processes, deadline }: KilledOptions,
): Promise<Counts> {
  const sum = { kills: 0, committed: 0, delivered: 0, lost: 0, repeated: 0, disordered: 0 };
  let begun = 0;
  const runLane = async () => {
    while (begun < wanted && performance.now() < deadline) {
      const seed = 1 + begun + wanted;
      const count = Math.min(KILLS_OF_RUN, wanted - begun);
      begun += count;
      const { database, remove } = await places.open();
      const report = await runKills({ strategy, database, processes, kills: count, seed });
      await remove();
      add(sum, count, report);
    }
  };
  await Promise.all(Array.from({ length: LANES }, runLane));
  return sum;
}

function add(sum: Counts, kills: number, report: KillReport): void {
  sum.kills += kills;
  sum.committed += report.committed;
  sum.delivered += report.delivered;
  sum.lost += report.lost.length;
  sum.repeated += report.repeated;
  sum.disordered += report.disordered.length;
}
