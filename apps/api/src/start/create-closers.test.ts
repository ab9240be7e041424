// Closing what was opened.
import { expect, test } from "vitest";
import { createClosers } from "./create-closers.ts";

test("closes in reverse, waits for each, goes on after a failure and reports it", async () => {
  const closers = createClosers();
  const closed: string[] = [];
  closers.add(() => void closed.push("first"));
  closers.add(() => {
    throw new Error("second");
  });
  closers.add(async () => {
    await Promise.resolve();
    closed.push("third");
  });
  await expect(closers.closeAll()).rejects.toThrow("second");
  expect(closed).toEqual(["third", "first"]);
  await closers.closeAll();
  expect(closed).toHaveLength(2);
});
