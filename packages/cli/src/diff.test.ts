import { beforeEach, describe, expect, test } from "vitest";
import { exitCode } from "./index.ts";
import { useProject } from "./project.test.helper.ts";

const older = `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: orders
    messages:
      placed:
        payload:
          type: object
          required: [id]
          properties:
            id: { type: string }
`;
const newer = older.replace("id: { type: string }", "id: { type: string, maxLength: 3 }");
const wider = `${older}            note: { type: string }\n`;

const project = useProject();
const { lockstep, write } = project;

beforeEach(() => {
  write("old.yaml", older);
  write("new.yaml", newer);
  write("wider.yaml", wider);
});

const diff = (...args: string[]): Promise<number> => lockstep("diff", ...args);

const message =
  "orders.placed payload.id: maxLength unsaid became 3; a newer subscriber refuses what older publishers and their outboxes still send, and code that publishes it compiles and starts to throw";
const advice = "keep to the new rule in every publisher first";

describe("lockstep diff", () => {
  test("says who breaks, where, and what to do", async () => {
    expect(await diff("old.yaml", "new.yaml")).toBe(exitCode.breaking);
    expect(project.err).toBe("");
    expect(project.out).toMatch(/^Breaking\n {2}new\.yaml:12:44 /);
    expect(project.out).toContain(`${message} [payload-constraint-tightened]\n`);
    expect(project.out).toContain(`    instead: ${advice}\n`);
    expect(project.out).toContain("    deploy: publishers first");
    expect(project.out).toMatch(/\n\n1 change, 1 breaking: a major release\n$/);
  });

  test("passes what breaks nobody", async () => {
    expect(await diff("old.yaml", "wider.yaml")).toBe(exitCode.ok);
    expect(project.out).toBe(
      `Compatible
  wider.yaml:13:13 orders.placed payload.note: an optional field was added; nobody breaks [payload-property-added-optional]

1 change, nobody breaks: a minor release
`,
    );
  });

  test("names a removed part where it is missed", async () => {
    expect(await diff("wider.yaml", "old.yaml", "--format", "json")).toBe(exitCode.breaking);
    const { changes } = JSON.parse(project.out);
    expect(changes).toMatchObject([
      {
        rule: "payload-property-removed-optional",
        file: "old.yaml",
        line: 8,
        column: 9,
        before: { file: "wider.yaml", line: 13, column: 13 },
      },
    ]);
  });

  test("tells one text from one contract", async () => {
    write("again/old.yaml", older);
    write("same.yaml", older.replace("version: 1.0.0", "version: 2.0.0"));
    expect(await diff("old.yaml", project.at("again/old.yaml"))).toBe(exitCode.ok);
    expect(project.out).toBe("no difference: the documents are the same text\n");
    expect(await diff("old.yaml", "./same.yaml")).toBe(exitCode.ok);
    expect(project.out).toBe("different documents, same contract: nothing to release\n");
  });

  test("tells a program the same as JSON", async () => {
    expect(await diff("old.yaml", "new.yaml", "--format", "json")).toBe(exitCode.breaking);
    const pointer = "/channels/orders/messages/placed/payload/properties/id";
    expect(JSON.parse(project.out)).toMatchObject({
      breaking: true,
      bump: "major",
      identical: false,
      changes: [
        {
          rule: "payload-constraint-tightened",
          breaking: true,
          affects: ["newSubscriberOldPublisher", "publisherSource"],
          pointer: `${pointer}/maxLength`,
          message,
          file: "new.yaml",
          line: 12,
          column: 44,
          level: "error",
          bump: "major",
          publishers: "major",
          subscribers: "major",
          advice,
          deployOrder: "publisher-first",
          needsOverride: false,
        },
      ],
    });
  });

  test("annotates lines on GitHub", async () => {
    expect(await diff("old.yaml", "new.yaml", "--format", "github")).toBe(exitCode.breaking);
    expect(project.out).toBe(
      `::error file=new.yaml,line=12,col=44,title=payload-constraint-tightened::${message}; ${advice}\n`,
    );
  });

  test("writes SARIF with the rules that have a result", async () => {
    write("many.yaml", newer.replace("placed:", "Placed:"));
    expect(await diff("old.yaml", "many.yaml", "--format", "sarif")).toBe(exitCode.breaking);
    const { version, runs } = JSON.parse(project.out);
    expect(version).toBe("2.1.0");
    expect(runs).toHaveLength(1);
    const [{ tool, results }] = runs;
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of tool.driver.rules) {
      expect(rule.help.text.length).toBeGreaterThan(0);
      expect(rule.shortDescription.text.length).toBeGreaterThan(0);
      expect(["error", "warning", "note"]).toContain(rule.defaultConfiguration.level);
    }
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      expect(ids[result.ruleIndex]).toBe(result.ruleId);
      expect(["error", "warning", "note"]).toContain(result.level);
      const [{ physicalLocation }] = result.locations;
      expect(physicalLocation.artifactLocation.uri).toMatch(/^(?:many|old)\.yaml$/);
      expect(physicalLocation.region.startLine).toBeGreaterThan(0);
      expect(physicalLocation.region.startColumn).toBeGreaterThan(0);
    }
  });

  test("gives no verdict on a document that does not load", async () => {
    write("broken.yaml", older.replace("address: orders", "address: orders/x"));
    for (const args of [
      ["old.yaml", "broken.yaml"],
      ["broken.yaml", "old.yaml"],
      ["old.yaml", "nowhere.yaml"],
    ]) {
      expect(await diff(...args)).toBe(exitCode.invalidDocument);
      expect(project.out).toBe("");
      expect(project.err).toContain("error");
      expect(await diff(...args, "--format", "json")).toBe(exitCode.invalidDocument);
      expect(Object.keys(JSON.parse(project.out))).toEqual(["diagnostics"]);
    }
  });

  test("refuses a wrong command line", async () => {
    expect(await diff("old.yaml")).toBe(exitCode.usage);
    expect(project.err).toContain("after");
    expect(await diff("old.yaml", "new.yaml", "--format", "xml")).toBe(exitCode.usage);
    expect(await diff("old.yaml", "new.yaml", "--today", "soon")).toBe(exitCode.usage);
  });

  test("judges sunsets by the day that it is given", async () => {
    const ending = `${older}      left: { payload: { type: object }, x-deprecated: { sunset: '2026-06-30' } }\n`;
    write("ending.yaml", ending);
    const rules = async (day: string): Promise<string[]> => {
      await diff("ending.yaml", "old.yaml", "--format", "json", "--today", day);
      return JSON.parse(project.out).changes.map(({ rule }: { rule: string }) => rule);
    };
    expect(await rules("2026-06-30")).toEqual(["event-removed-before-sunset"]);
    expect(await rules("2026-07-01")).toEqual(["event-removed-after-sunset"]);
  });
});
