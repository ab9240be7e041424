import { expect, it } from "vitest";
import { readFrom } from "../contract-text.test.helper.ts";
import { loadContract } from "../load-contract.ts";

const find = async (version: string, rest: string): Promise<readonly string[]> => {
  const text = `asyncapi: ${version}\ninfo: { title: Test, version: 1.0.0 }\n${rest}\n`;
  const readFile = readFrom({ "contract.yaml": text });
  const { diagnostics } = await loadContract("contract.yaml", { cwd: "/nowhere", readFile });
  return diagnostics.map(
    ({ line, column, code, message }) => `${line}:${column} ${code} ${message}`,
  );
};

// cause: each word of the other version was told as a fault of its own, and none said what was wrong
it.each([
  {
    given: ["2.6.0", "channels: { room: { address: room, messages: { m: { payload: true } } } }"],
    want: '1:11 version-mismatched "asyncapi": names version 2, but this is written as version 3 (channel "room" has "address"); write "asyncapi: 3.0.0"',
  },
  {
    given: ["2.0.0", "channels: { room: {} }\noperations: {}"],
    want: '1:11 version-mismatched "asyncapi": names version 2, but this is written as version 3 (it has "operations"); write "asyncapi: 3.0.0"',
  },
  {
    given: ["3.1.0", "channels: { room: { publish: { message: { payload: true } } } }"],
    want: '1:11 version-mismatched "asyncapi": names version 3, but this is written as version 2 (channel "room" has "publish"); write "asyncapi: 2.6.0"',
  },
] as const)("says alone that $given.0 is not what the document is written as", async (one) => {
  const [version, rest] = one.given;
  expect(await find(version, rest)).toEqual([one.want]);
});

it("leaves a document that mixes both to its version's rules", async () => {
  const rest = "channels: { room: { address: room, publish: {} } }";
  expect((await find("3.0.0", rest)).join()).toContain('"publish" is not expected');
});
