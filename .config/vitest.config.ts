// One run for every test of the repository. Packages are used from their sources, so no build is needed.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
// by its path, since a package's source is not what Node finds by its name
import { contractCoverage } from "../packages/testing/src/coverage/contract-coverage.ts";

const conditions = ["@lockstep/source"];

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  plugins: [contractCoverage({ contract: new URL("../asyncapi/asyncapi.yaml", import.meta.url) })],
  resolve: { conditions: [...conditions, "module", "node", "development|production"] },
  ssr: { resolve: { conditions: [...conditions, "module", "node", "development|production"] } },
  test: {
    globalSetup: fileURLToPath(new URL("postgres.ts", import.meta.url)),
    include: ["packages/*/{src,test}/**/*.test.{ts,tsx}", "apps/*/{src,test}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/expected/**"],
    // also where there are two cores: many tests wait for processes of their own
    maxWorkers: "100%",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // the default of a second is too short for processes that share two cores with other tests
    expect: { poll: { timeout: 10_000 } },
  },
});
