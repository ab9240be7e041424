// Images in a folder.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pngBytes } from "../testing/sample-images.ts";
import { createFolderStorage, type ImageStorage } from "./image-storage.ts";

let parent: string;
let storage: ImageStorage;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "lockstep-images-"));
  storage = createFolderStorage(join(parent, "images"));
});
afterEach(() => rm(parent, { recursive: true }));

test("an image is there until it is removed", async () => {
  const name = await storage.put(pngBytes, "png");
  expect(await storage.get(name)).toEqual({ bytes: pngBytes, mimeType: "image/png" });
  await storage.remove(name);
  expect(await storage.get(name)).toBeUndefined();
  await storage.remove(name);
});

test("the same image has another name each time", async () => {
  expect(await storage.put(pngBytes, "png")).not.toBe(await storage.put(pngBytes, "png"));
});

test.each(["../secret.png", "secret.png", "", "..", "/etc/passwd", "a/../../secret.png"])(
  "the name %j reaches nothing outside",
  async (name) => {
    await writeFile(join(parent, "secret.png"), pngBytes);
    await storage.put(pngBytes, "png");
    expect(await storage.get(name)).toBeUndefined();
    await storage.remove(name);
    expect(await createFolderStorage(parent).get("secret.png")).toBeUndefined();
  },
);
