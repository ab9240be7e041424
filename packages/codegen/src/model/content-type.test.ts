import { describe, expect, it } from "vitest";
import { head, loadText, modelFindings } from "../contract-text.test.helper.ts";
import { buildModel } from "./build-model.ts";

const withMessage = (message: string, root = ""): string =>
  `${head}${root}channels: { a: { address: a, messages: { m: { payload: true, ${message} } } } }\n`;

describe("the content type of a message", () => {
  it.each([
    "application/json",
    "application/json; charset=utf-8",
    "application/vnd.own+json",
    "text/json",
  ])("may be %s", async (type) => {
    expect(await modelFindings(withMessage(`contentType: "${type}"`))).toEqual([]);
  });

  it("is JSON, since that is what travels over Pusher", async () => {
    expect(await modelFindings(withMessage("contentType: avro/binary"))).toEqual([
      'contract.yaml:3:75 error content-type-unsupported message "m": its contentType "avro/binary" is not JSON, which is what travels over Pusher; write "application/json"',
    ]);
    expect(await modelFindings(withMessage("", "defaultContentType: text/plain\n"))).toEqual([
      'contract.yaml:4:42 error content-type-unsupported message "m": the defaultContentType "text/plain" is not JSON, which is what travels over Pusher; write "application/json"',
    ]);
  });

  it("is no matter where another transport carries it", async () => {
    const document = await loadText(withMessage("contentType: text/plain"));
    expect(buildModel(document, { isPusher: false }).diagnostics).toEqual([]);
  });
});
