import { beforeEach, describe, expect, test } from "vitest";
import { exitCode } from "./index.ts";
import { useProject } from "./project.test.helper.ts";

const contract = `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
      placed: { $ref: '#/components/messages/placed' }
      booked:
        x-deprecated: { since: 1.0.0, sunset: '2027-02-28', use: placed }
        payload: { type: string }
  old:
    address: old-orders
    x-deprecated: { sunset: '2027-06-30', use: orders }
    messages:
      placed: { $ref: '#/components/messages/placed' }
components:
  messages:
    placed:
      payload:
        type: object
        properties:
          total: { $ref: '#/components/schemas/money', x-deprecated: { sunset: '2028-01-31' } }
  schemas:
    money: { type: integer }
`;

const places = {
  message: "orders.yaml:9:47",
  channel: "orders.yaml:13:29",
  field: "orders.yaml:22:80",
};

const project = useProject();
const { read, write } = project;

beforeEach(async () => {
  write("orders.yaml", contract);
  await lockstep("generate");
});

const lockstep = (command: string, ...args: string[]): Promise<number> =>
  project.lockstep(command, "--input", "orders.yaml", "--output", "out", ...args);

const check = (today: string, ...args: string[]) => lockstep("check", "--today", today, ...args);

// with the lock, nothing is made again and the day is judged all the same
describe.each([
  { title: "after generation", args: [] },
  { title: "by force", args: ["--force"] },
])("lockstep check $title", ({ args }) => {
  test("says nothing of a sunset that is more than 30 days away", async () => {
    expect(await check("2027-01-28", ...args)).toBe(exitCode.ok);
    expect(project.err).toBe("");
  });

  test("warns for 30 days, and on the last day", async () => {
    expect(await check("2027-01-29", ...args)).toBe(exitCode.ok);
    expect(project.err).toContain(
      `${places.message} warning message "booked": ends on 2027-02-28, in 30 days; move what still uses it to "placed", then remove it, or give it a later sunset [sunset-near]\n`,
    );
    expect(project.out).toContain("valid, and the generated code is up to date");
    expect(await check("2027-02-28", ...args)).toBe(exitCode.ok);
    expect(project.err).toContain("ends on 2027-02-28, today; ");
  });

  test("fails from the day after, by name, place and way out", async () => {
    expect(await check("2027-03-01", ...args)).toBe(exitCode.breaking);
    expect(project.err).toContain(
      `${places.message} error message "booked": ended on 2027-02-28, 1 day ago; remove it now that there is "placed", or give it a later sunset [sunset-passed]\n`,
    );
    expect(project.out).toBe("");
  });

  test("judges channels and fields too, each once", async () => {
    expect(await check("2028-02-01", ...args, "--format", "json")).toBe(exitCode.breaking);
    const { diagnostics } = JSON.parse(project.out) as { diagnostics: Record<string, unknown>[] };
    const told = diagnostics.map(({ file, line, column, code, message }) => [
      `${file}:${line}:${column}`,
      code,
      String(message).split(":")[0],
    ]);
    expect(told).toEqual([
      [places.message, "sunset-passed", 'message "booked"'],
      [places.channel, "sunset-passed", 'channel "old"'],
      [places.field, "sunset-passed", 'field "total"'],
    ]);
  });
});

describe("lockstep check", () => {
  test("puts stale output before a sunset", async () => {
    const file = "out/events/index.ts";
    write(file, `${read(file)}\n`);
    expect(await check("2027-03-01")).toBe(exitCode.stale);
    expect(project.err).toContain("[sunset-passed]");
  });

  test("refuses a day that is none", async () => {
    expect(await check("2027-02-30")).toBe(exitCode.usage);
    expect(project.err).toContain("It must be a day like 2027-06-30.");
  });
});
