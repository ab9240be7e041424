// What is generated for deprecated events that may be published beside those that replaced them.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generate } from "../src/index.ts";
import {
  accounts,
  createWithDeprecated,
  type DeprecatedMappings,
  room,
} from "./cases/deprecation/expected/publishers/index.ts";
import { inFolder, place as placeFiles, runCompiler } from "./run-tools.ts";

describe("generated dual publishing", () => {
  const mappings: DeprecatedMappings = {
    floor: {
      billed: (payload) => ({
        payload,
        parameters: { floor: 2 },
        attributes: { tenant: "killarney" },
      }),
      said: (payload, { room: number }) => ({
        payload,
        parameters: { floor: Math.floor(number / 100) },
      }),
    },
    publicRoom: { wrote: (payload) => ({ payload }) },
  };
  const now = () => new Date("2098-01-31T12:00:00Z");
  const place = { hotel: "killarney", room: 101 };

  it("makes each deprecated event of the one that replaced it, across renamings and chains", () => {
    const said = room(place).said({ text: "hello" });
    const accounted = accounts({}).accounted(5);
    const sent = createWithDeprecated(mappings, { now })([said, accounted]);
    expect(sent.map(({ channel, name, data }) => `${channel} ${name} ${data}`)).toEqual([
      'private-hotel-killarney-room-101 said {"text":"hello"}',
      "private-accounts accounted 5",
      'floor-1 said {"text":"hello"}',
      'hotel-killarney-room-101 said {"text":"hello"}',
      'hotel-killarney-room-101 wrote {"payload":{"text":"hello"}}',
      "private-accounts booked 5",
      "floor-2 billed 5",
    ]);
    expect(sent.at(-1)?.envelope).toMatchObject({ type: "billed", tenant: "killarney" });
  });

  it("adds nothing where it is off", () => {
    const said = room(place).said({ text: "hello" });
    expect(createWithDeprecated(false)(said)).toEqual([said]);
  });

  it("is asked for by the compiler wherever the two events differ", async () => {
    const cwd = fileURLToPath(new URL("cases/deprecation", import.meta.url));
    const { files } = await generate({ input: "asyncapi.yaml", output: "expected", cwd });
    const consumer = readFileSync(new URL("dual-publishing-types.txt", import.meta.url), "utf8");
    inFolder((temporary) => {
      placeFiles(temporary, files);
      const folder = join(temporary, "generated/consumer");
      mkdirSync(folder);
      writeFileSync(join(folder, "index.ts"), consumer);
      // every line that is expected to be an error is one, and no other
      expect(runCompiler(temporary)).toBe("");
    });
  });
});
