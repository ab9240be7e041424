// What each side loads: the page never loads the backend's client, the backend never the page's.
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { describe, expect, test } from "vitest";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

describe("a bundle of", () => {
  test("the publishers holds nothing of the page", async () => {
    const modules = await modulesBehind("packages/publishers/src/index.ts");
    expect(modules).toContain("packages/runtime/src/publish/create-publisher.ts");
    expect(modules.filter((id) => /subscribe|react|node_modules\/pusher/.test(id))).toEqual([]);
  });

  test("the subscribers holds nothing of the backend, and React only by /react", async () => {
    const modules = await modulesBehind("packages/subscribers/src/index.ts");
    expect(modules).toContain("packages/runtime/src/subscribe/create-subscriber.ts");
    expect(modules.filter((id) => /publish|\/auth\/|react|node_modules\/pusher/.test(id))).toEqual(
      [],
    );
    expect(await modulesBehind("packages/subscribers/src/react/index.ts")).toContain(
      "node_modules/react/index.js",
    );
  });

  test("the page holds pusher-js, and nothing that signs", async () => {
    const modules = await modulesBehind("apps/web/src/main.tsx");
    expect(modules.some((id) => id.startsWith("node_modules/pusher-js/"))).toBe(true);
    const backend =
      /^(apps\/api|packages\/(publishers|outbox|dev-server|codegen|cli))\/|node_modules\/pusher\//;
    expect(modules.filter((id) => backend.test(id))).toEqual([]);
  });

  test("the API holds no pusher-js", async () => {
    const modules = await modulesBehind("apps/api/src/start/run.ts", { ssr: true });
    expect(modules).toContain("packages/publishers/src/hotel-offers.ts");
    expect(modules.filter((id) => /pusher-js|^packages\/subscribers\//.test(id))).toEqual([]);
  });
});

/** Paths, from the repository, of every module that a bundle of this entry holds. */
async function modulesBehind(entry: string, { ssr = false } = {}): Promise<string[]> {
  const { output } = (await build({
    root: repository,
    configFile: false,
    logLevel: "error",
    resolve: {
      conditions: ["@lockstep/source", "module", ...(ssr ? ["node"] : ["browser"]), "production"],
    },
    ssr: { resolve: { conditions: ["@lockstep/source", "node"] } },
    build: {
      ssr,
      write: false,
      rolldownOptions: { input: `${repository}${entry}`, preserveEntrySignatures: "strict" },
    },
  })) as Rolldown.RolldownOutput;
  return output
    .flatMap((file) => (file.type === "chunk" ? file.moduleIds : []))
    .filter((id) => id.startsWith(repository))
    .map((id) => id.slice(repository.length).split("?")[0] ?? id)
    .sort();
}
