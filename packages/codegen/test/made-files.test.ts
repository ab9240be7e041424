// A run that remembers the ones before it gives what a run alone gives.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  createMemory,
  type GenerateOptions,
  type GenerateResult,
  generate,
  loadContract,
  type Memory,
} from "../src/index.ts";
import { severalFiles } from "./edited-contract.ts";
import { standIns, versionTwo, withStandIn } from "./edited-kinds.ts";
import { applyEdit, type EditedFiles, randomEdit, textOf } from "./random-edit.ts";

const seed = Number(process.env.SEED ?? 20_261_121);
const cases = ["channels", "deprecation", "names", "recursive", "schemas"];

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "lockstep-"));
});
afterEach(() => rm(cwd, { recursive: true }));

function place(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
}

type Settings = Pick<GenerateOptions, "only" | "remote">;

async function generateHere(memory?: Memory, settings: Settings = {}): Promise<GenerateResult> {
  const output = { events: "events/src", publishers: "publishers", subscribers: "subscribers" };
  const options = { input: "asyncapi.yaml", output, eventsPackage: "@test/events", cwd };
  return generate({ ...options, ...settings, memory, validate: false });
}

function filesOf(data: Readonly<Record<string, unknown>>): EditedFiles {
  const entries = Object.entries(data).map(([path, one]) => [path, { data: one, lead: 0 }]);
  return Object.fromEntries(entries);
}

function placeEdited(files: EditedFiles, lineEnd = "\n"): void {
  const texts = Object.entries(files).map(([path, file]) => {
    return [path, textOf(file).replaceAll("\n", lineEnd)];
  });
  place(Object.fromEntries(texts));
}

interface Row {
  readonly name: string;
  readonly files: EditedFiles;
  readonly settings?: Settings;
  readonly lineEnd?: string;
  readonly numRuns?: number;
}

const rows: readonly Row[] = [
  ...cases.map((name) => ({ name, files: contractOf(name) })),
  { name: "several files", files: filesOf(severalFiles), numRuns: 12 },
  { name: "AsyncAPI 2", files: filesOf(versionTwo) },
  { name: "events alone", files: filesOf(severalFiles), settings: { only: "events" } },
  { name: "lines that end in CRLF", files: filesOf(severalFiles), lineEnd: "\r\n" },
  { name: "a stand-in", files: filesOf(withStandIn), settings: { remote: standIns } },
];

function contractOf(name: string): EditedFiles {
  const path = fileURLToPath(new URL(`cases/${name}/asyncapi.yaml`, import.meta.url));
  return filesOf({ "asyncapi.yaml": parse(readFileSync(path, "utf8")) });
}

/** Runs over each state of the files in turn, with one memory; answers how many gave files. */
async function followStates(
  { settings, lineEnd }: Pick<Row, "lineEnd" | "settings">,
  next: (step: number, isLastGood: boolean) => EditedFiles | undefined,
): Promise<number> {
  const memory = createMemory();
  let good = 0;
  let isLastGood = true;
  for (let step = 0; ; step++) {
    const files = next(step, isLastGood);
    if (files === undefined) return good;
    placeEdited(files, lineEnd);
    const { files: made, diagnostics, sunsets } = await generateHere(memory, settings);
    const alone = await generateHere(undefined, settings);
    expect(made).toEqual(alone.files);
    expect(diagnostics).toEqual(alone.diagnostics);
    expect(JSON.stringify(sunsets)).toBe(JSON.stringify(alone.sunsets));
    isLastGood = made.length > 0;
    good += isLastGood ? 1 : 0;
  }
}

describe("what is kept of an earlier run", () => {
  it.each(rows)(
    `is never stale, whatever is edited in the contract of $name (SEED=${seed})`,
    async ({ files: first, numRuns = 6, ...row }) => {
      let good = 0;
      const property = fc.asyncProperty(
        fc.array(fc.tuple(randomEdit, fc.boolean()), { minLength: 6, maxLength: 14 }),
        async (edits) => {
          let last = first;
          let edited = first;
          good += await followStates(row, (step, isLastGood) => {
            if (step === 0) return first;
            // a broken document is mended before the next edit; others are undone now and then
            const before = last;
            if (isLastGood) last = edited;
            const [edit, isUndone] = edits[step - 1] ?? [];
            if (edit === undefined) return undefined;
            edited = isUndone && edit.place % 3 === 0 ? before : applyEdit(last, edit);
            return edited;
          });
        },
      );
      await fc.assert(property, { numRuns, seed });
      expect(good).toBeGreaterThan(12);
    },
    120_000,
  );
});

describe("an edit", () => {
  // what is edited is read for parts that stand elsewhere
  it.each([
    ["the default of content types", "asyncapi.yaml", "defaultContentType", "text/plain"],
    ["a trait", "asyncapi.yaml", "components/messageTraits/dated/summary", "Something."],
    [
      "a schema that is merged into another",
      "asyncapi.yaml",
      "components/schemas/money/maximum",
      9,
    ],
    ["words of a schema that a whole payload is", "parts/schemas.yaml", "tree/description", "A."],
    ["a schema of headers", "parts/schemas.yaml", "region/enum", ["east"]],
    ["a tag of a union", "parts/schemas.yaml", "cash/properties/kind/const", "card"],
    ["a shared parameter", "asyncapi.yaml", "components/parameters/orderId/x-schema/minimum", 2],
    ["where a $ref leads", "parts/events.yaml", "paid/payload/oneOf/1/$ref", "schemas.yaml#/line"],
    ["what replaces an event", "asyncapi.yaml", "channels/oldRooms/x-deprecated/use", "orders"],
  ])("is seen by what reads it elsewhere: %s", async (_, path, pointer, value) => {
    const memory = createMemory();
    const files = filesOf(severalFiles);
    placeEdited(files);
    const before = await generateHere(memory);
    const data = structuredClone(severalFiles[path]);
    setIn(data, pointer.split("/"), value);
    placeEdited({ ...files, [path]: { data, lead: 0 } });
    const after = await generateHere(memory);
    const alone = await generateHere();
    expect([after.files, after.diagnostics]).toEqual([alone.files, alone.diagnostics]);
    expect([after.files, after.diagnostics]).not.toEqual([before.files, before.diagnostics]);
  });

  const files = {
    "asyncapi.yaml": [
      "asyncapi: 3.0.0",
      "info: { title: Shop, version: 1.0.0 }",
      "channels:",
      "  orders:",
      "    address: orders",
      "    messages:",
      "      placed:",
      "        summary: An order is placed.",
      "        payload: { type: object, properties: { id: { $ref: 'ids.yaml#/id' } } }",
      "      paid:",
      "        payload: { type: object, required: [totl], properties: { total: { type: number } } }",
      "",
    ].join("\n"),
    "ids.yaml": "id: { type: integer, x-deprecatd: {} }\n",
  };
  const placesOf = ({ diagnostics }: Pick<GenerateResult, "diagnostics">): string[] =>
    diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);

  it("moves the findings below it with their lines", async () => {
    const memory = createMemory();
    place(files);
    const before = placesOf(await generateHere(memory));
    expect(before).toContain("asyncapi.yaml:11:45 required-undeclared");
    const summary = "summary: |\n          An order\n          is placed.";
    place({
      "asyncapi.yaml": files["asyncapi.yaml"].replace("summary: An order is placed.", summary),
    });
    const after = placesOf(await generateHere(memory));
    expect(after).toEqual(before.map((place) => place.replace(":11:", ":13:")));
  });

  it("leaves the model of all that it is not about as it was", async () => {
    const memory = createMemory();
    const messagesOf = async () => {
      const { model } = await loadContract("asyncapi.yaml", { cwd, memory, validate: false });
      const [paid, placed] = model?.channels[0]?.messages ?? [];
      return { paid, placed, id: model?.schemas.get("ids.yaml#/id") };
    };
    place({ ...files, "ids.yaml": "id: { type: integer }\n" });
    const first = await messagesOf();
    place({ "asyncapi.yaml": files["asyncapi.yaml"].replace("is placed", "is sent") });
    const second = await messagesOf();
    expect(second.placed).not.toBe(first.placed);
    expect(second.placed?.description).toBe("An order is sent.");
    expect(second.paid).toBe(first.paid);
    place({ "ids.yaml": "id: { type: integer, minimum: 1 }\n" });
    const third = await messagesOf();
    expect(third.id).not.toBe(second.id);
    expect(third.placed).toBe(second.placed);
    expect(third.paid).toBe(first.paid);
  });
});

describe("a memory", () => {
  const contract = (step: number, fault: string): string =>
    [
      "asyncapi: 3.0.0",
      "info: { title: Shop, version: 1.0.0 }",
      "channels:",
      "  orders:",
      "    address: orders",
      "    messages:",
      `      placed${step}:`,
      `        payload: { type: object, properties: { id: { $ref: 'ids${step}.yaml#/id' } } }`,
      `      broken: { payload: { type: ${fault} } }`,
      "",
    ].join("\n");
  const follow = async (memory: Memory, step: number, fault: string) => {
    place({
      "asyncapi.yaml": contract(step, fault),
      [`ids${step}.yaml`]: "id: { type: string }\n",
    });
    return loadContract("asyncapi.yaml", { cwd, memory, validate: false });
  };

  it("holds no more than the contract does, also while it has an error", async () => {
    const memory = createMemory();
    await follow(memory, 1, "strin");
    const { size } = memory.model;
    expect(size).toBeGreaterThan(0);
    for (const step of [2, 3, 4]) await follow(memory, step, "strin");
    expect(memory.model.size).toBe(size);
    expect([...memory.files.keys()].sort()).toEqual(["asyncapi.yaml", "ids4.yaml"]);
    expect([...memory.data.keys()].sort()).toEqual(["asyncapi.yaml", "ids4.yaml"]);
  });

  it("keeps what a broken file may lead to", async () => {
    const memory = createMemory();
    const before = await follow(memory, 1, "string");
    await follow(memory, 1, "'");
    expect([...memory.files.keys()].sort()).toEqual(["asyncapi.yaml", "ids1.yaml"]);
    const after = await follow(memory, 1, "string");
    expect(after.model?.channels[0]).toBe(before.model?.channels[0]);
  });
});

function setIn(data: unknown, [key = "", ...keys]: readonly string[], value: unknown): void {
  const holder = data as Record<string, unknown>;
  if (keys.length === 0) holder[key] = value;
  else setIn(holder[key], keys, value);
}
