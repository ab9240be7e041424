// Cause: a document of somebody else's could move the cursor and rewrite what the terminal shows.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { printDiagnostics } from "./format-diagnostics.ts";

test("control characters of a document do not reach the terminal", () => {
  const cwd = mkdtempSync(join(tmpdir(), "lockstep-format-"));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, "shop.yaml"), "a: 1\nb:\t\u001b[2Jx\u009b\n");
  let err = "";
  const place = { file: "shop.yaml", line: 2, column: 4, pointer: "/b" };
  printDiagnostics(
    [{ severity: "error", code: "odd", ...place, message: 'b: "\u001b]0;x\u0007" is odd' }],
    "text",
    {
      out: () => undefined,
      err: (text) => {
        err += text;
      },
      cwd,
      colors: false,
      stop: AbortSignal.abort(),
    },
  );
  expect(err).toBe(
    'shop.yaml:2:4 error b: "�]0;x�" is odd [odd]\n2 | b: �[2Jx�\n       ^\n1 error\n',
  );
});
