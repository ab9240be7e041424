// Processes killed under load: what was committed is what arrives, and the harness sees it where it is not.
import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabases, createFolders, type Places } from "./testing/kill/places.ts";
import { type KillReport, type RunKillsOptions, runKills } from "./testing/kill/run-kills.ts";

const serverUrl = process.env.TEST_DATABASE_URL;
const kinds = [
  { name: "PGlite", create: createFolders, processes: 1 },
  ...(serverUrl
    ? [{ name: "PostgreSQL", create: () => createDatabases(serverUrl), processes: 2 }]
    : []),
];

// processes start slowly where many other tests run
const PATIENCE_MS = 300_000;

describe.each(kinds)("on $name", ({ name, create, processes }) => {
  let places: Places;
  beforeAll(async () => {
    places = await create();
  });
  afterAll(() => places.close());

  async function killed(options: Pick<RunKillsOptions, "strategy" | "kills">): Promise<KillReport> {
    const seed = randomInt(1, 2 ** 31);
    const { database, remove } = await places.open();
    try {
      const report = await runKills({ ...options, database, processes, seed });
      const { committed, delivered, repeated, refused, lost } = report;
      process.stdout.write(
        `${options.strategy} on ${name}, ${options.kills} killed, seed ${seed}: ` +
          `${committed} committed, ${delivered} delivered, ${lost.length} lost, ` +
          `${repeated} repeated, ${refused} refused\n`,
      );
      return report;
    } finally {
      await remove();
    }
  }

  test(
    "the outbox loses nothing, invents nothing and keeps each channel's order",
    async () => {
      const report = await killed({ strategy: "outbox", kills: 10 });
      expect(report).toMatchObject({ lost: [], invented: [], disordered: [] });
      expect(report.delivered).toBe(report.committed);
      expect(report.committed).toBeGreaterThan(50);
      expect(report.refused).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  test.each(["publish-after-commit", "delete-before-publish"] as const)(
    "the wrong order %s loses events, and the harness sees it",
    async (strategy) => {
      const report = await killed({ strategy, kills: 1 });
      expect(report.lost.length).toBeGreaterThan(0);
      expect(report.invented).toEqual([]);
    },
    PATIENCE_MS,
  );
});
