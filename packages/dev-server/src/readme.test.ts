import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { cleanUp } from "./servers.test.helper.ts";

const readme = new URL("../README.md", import.meta.url);
const folder = new URL("../dist/readme/", import.meta.url);

it("has a quick start that runs", async () => {
  const [, code] = /```ts\n(.*?)```/s.exec(await readFile(readme, "utf8")) ?? [];
  expect(code).toBeDefined();
  await mkdir(folder, { recursive: true });
  cleanUp(() => rm(folder, { recursive: true }));
  const file = fileURLToPath(new URL("quick-start.ts", folder));
  // a module of its own, where `await` stands at the top as it does in the README
  await writeFile(file, `${code}\nexport const ended = true;\n`);
  expect(await import(/* @vite-ignore */ file)).toMatchObject({ ended: true });
});
