import { describe, expect, it } from "vitest";
import { defineConfig, readConfig } from "../config.ts";

describe("a config", () => {
  it.each([
    { given: {}, want: [{}] },
    { given: { input: "a.yaml", output: "out" }, want: [{ input: "a.yaml", output: "out" }] },
    {
      given: { contracts: [{ output: "a", only: "events" }, { output: "b" }] },
      want: [{ output: "a", only: "events" }, { output: "b" }],
    },
  ])("holds contracts: $given", ({ given, want }) => {
    expect(readConfig(given)).toEqual({ contracts: want, problems: [] });
  });

  it.each([
    { given: undefined, want: ['config: "undefined" is not a contract; write { input, output }'] },
    { given: { inpt: "a" }, want: ['inpt: there is no such option; did you mean "input"?'] },
    {
      given: { input: 5 },
      want: ['input: "5" is not what it takes; write the path of a document'],
    },
    {
      given: { output: { events: "a" } },
      want: [
        'output: "{"events":"a"}" is not what it takes; write a folder, or { events, publishers, subscribers }',
      ],
    },
    {
      given: { channels: { include: "a" } },
      want: [
        'channels: "{"include":"a"}" is not what it takes; write { include, exclude }, each a list of keys',
      ],
    },
    {
      given: {
        breakBelowOne: "patch",
        accept: [
          { rule: "event-removed-before-sunset", at: "/a", reason: "b", until: "2027-02-30" },
        ],
      },
      want: [
        'breakBelowOne: "patch" is not what it takes; write "minor" or "major"',
        'accept: "[{"rule":"event-removed-before-sunset","at":"/a","reason":"b","until":"2027-02-30"}]" is not what it takes; write [{ rule, at, reason, until }], each a text, until a day like 2027-06-30',
      ],
    },
    {
      given: { accept: [{ rule: "channel-access-loosened", at: "/a", until: "2027-02-28" }] },
      want: [
        'accept: "[{"rule":"channel-access-loosened","at":"/a","until":"2027-02-28"}]" is not what it takes; write [{ rule, at, reason, until }], each a text, until a day like 2027-06-30',
      ],
    },
    {
      given: { contracts: [] },
      want: ["contracts: not a list of contracts; write [{ input, output }]"],
    },
    {
      given: { contracts: [{ only: "all" }, 7] },
      want: [
        'contracts[0].only: "all" is not what it takes; write "events"',
        'contracts[1]: "7" is not a contract; write { input, output }',
      ],
    },
    {
      given: { contracts: [{ output: "out" }, { input: "b.yaml", output: "out/" }] },
      want: [
        'contracts[1].output: "out/events" is the same folder as "out/events" of contracts[0].output; give each a folder of its own, beside the others',
      ],
    },
    {
      given: {
        output: { events: "src/gen", publishers: "src/gen/publishers", subscribers: "./src/gen/" },
      },
      want: [
        'output.publishers: "src/gen/publishers" lies inside of "src/gen" of output.events; give each a folder of its own, beside the others',
        'output.subscribers: "./src/gen/" is the same folder as "src/gen" of output.events; give each a folder of its own, beside the others',
      ],
    },
    {
      given: { contracts: [{ output: "src/a/events" }, { output: "./src/a" }] },
      want: [
        'contracts[1].output: "./src/a/events" holds "src/a/events/events" of contracts[0].output; give each a folder of its own, beside the others',
      ],
    },
  ])("says what is wrong with $given", ({ given, want }) => {
    expect(readConfig(given)).toEqual({ contracts: [], problems: want });
  });

  it("is what defineConfig is given", () => {
    const config = { input: "a.yaml" } as const;
    expect(defineConfig(config)).toBe(config);
  });
});
